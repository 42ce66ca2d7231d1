package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session that differs between two timetables.
 *
 * @param before the earlier meeting; {@code null} if the session was not held
 * @param after  the later meeting; {@code null} if the session is no longer held; at least one of the two is present
 */
public record SessionChange(
        @Nullable Meeting before, @Nullable Meeting after) {
    /** @throws IllegalArgumentException if both are {@code null} */
    public SessionChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException(
                    "A session that neither was nor is held has no change.\nMaybe a timetable was read wrongly?");
        }
    }

    /** Returns the later meeting, or the earlier one if the session is no longer held. */
    public Meeting meeting() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** Returns whether both meetings exist and their times differ. */
    public boolean isMoved() {
        return before != null && after != null && !before.time().equals(after.time());
    }

    /** Returns whether both meetings exist and their rooms differ. */
    public boolean isInOtherRoom() {
        return before != null
                && after != null
                && !(Objects.equals(before.roomId(), after.roomId())
                        && before.extraRoomIds().equals(after.extraRoomIds()));
    }

    /** Returns whether both meetings exist and their subject, title or form differs. */
    public boolean isOfOtherSubject() {
        return before != null
                && after != null
                && !(before.subject().equals(after.subject())
                        && before.title().equals(after.title())
                        && before.form().equals(after.form()));
    }

    /** Returns the staff members who join, in the order of the seats. */
    public List<StaffId> staffJoining() {
        return difference(holders(after), holders(before));
    }

    /** Returns the staff members who leave, in the order of the seats. */
    public List<StaffId> staffLeaving() {
        return difference(holders(before), holders(after));
    }

    /** Returns by how many the number of unfilled required seats grows; 0 or more. */
    public int newlyUnfilledSeats() {
        return Math.max(0, unfilledSeats(after) - unfilledSeats(before));
    }

    private static int unfilledSeats(@Nullable Meeting meeting) {
        return meeting == null
                ? 0
                : Math.toIntExact(meeting.seats().stream()
                        .filter(seat -> seat.required() && seat.staffId() == null)
                        .count());
    }

    private static List<StaffId> holders(@Nullable Meeting meeting) {
        Stream<MeetingSeat> seats = meeting == null ? Stream.of() : meeting.seats().stream();
        return seats.map(MeetingSeat::staffId).filter(Objects::nonNull).toList();
    }

    private static List<StaffId> difference(List<StaffId> some, List<StaffId> less) {
        var rest = new ArrayList<>(some);
        less.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
