package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Support that a change takes away on some dates, and where it can be given later.
 *
 * @param meeting    the meeting as it was
 * @param staff      who gave the support, at least one
 * @param dates      dates on which it is lost, in order, at least one
 * @param places     places after the first of these dates, in order of time, at most {@link #MOST_PLACES}; each alone breaks nothing that the changed plan
 *     keeps, by the independent checker
 * @param isComplete whether every possible place was tried; otherwise there may be others
 */
public record LostSupport(
        Meeting meeting, List<StaffId> staff, List<LocalDate> dates, List<Place> places, boolean isComplete) {
    /** Places that are looked for. */
    public static final int MOST_PLACES = 3;

    /** Copies the lists. */
    public LostSupport {
        staff = List.copyOf(staff);
        dates = List.copyOf(dates);
        places = List.copyOf(places);
    }

    /**
     * A place at which it can be given.
     *
     * @param date  date on which it starts
     * @param start time of day at which it starts
     * @param end   time of day at which it ends
     * @param title the lesson that gets the support, or the meeting
     * @param staff who gives it, at least one
     * @param room  room; {@code null} means none
     */
    public record Place(
            LocalDate date,
            LocalTime start,
            LocalTime end,
            String title,
            List<StaffId> staff,
            @Nullable RoomId room) {
        /** Copies the list. */
        public Place {
            staff = List.copyOf(staff);
        }

        boolean isAt(Place other) {
            return date.equals(other.date) && start.equals(other.start);
        }

        /** Returns whether all but the week is the same. */
        boolean isLike(Place other) {
            return date.getDayOfWeek() == other.date.getDayOfWeek()
                    && start.equals(other.start)
                    && end.equals(other.end)
                    && title.equals(other.title)
                    && staff.equals(other.staff)
                    && Objects.equals(room, other.room);
        }
    }
}
