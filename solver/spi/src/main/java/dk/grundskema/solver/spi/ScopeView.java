package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import org.jspecify.annotations.Nullable;

/**
 * The current state of the decisions in one scope. Sessions, groups and memberships are given by their index in the scope's lists, seats by their
 * index among the session's seats, guests by their index among those that the session currently hosts.
 */
public interface ScopeView {
    /** Returns the time of a session; for a guest that of its host; {@code null} while it has none. */
    @Nullable
    MeetingTime time(int session);

    /**
     * Returns the room of a session; {@code null} while it has no room, or if it needs none. For a session that is a lesson of the existing
     * timetable, returns the chosen extra room, even while no seat is filled and the room is therefore not used.
     */
    @Nullable
    Room room(int session);

    /** Returns the number of guests placed into a session; more than one is a clash. */
    int guestCount(int session);

    /** Returns a guest placed into a session. */
    Session guest(int session, int guest);

    /** Returns the number of seats of a session, filled or not. */
    int seatCount(int session);

    /** Returns a seat of a session. */
    Seat seat(int session, int seat);

    /** Returns the staff member who fills a seat of a session; {@code null} while it is not filled. */
    @Nullable
    StaffMember holder(int session, int seat);

    /** Returns the index of a seat's holder among the problem's staff, from 0; -1 while it is not filled. Faster than {@link #holder}. */
    int holderIndex(int session, int seat);

    /** Returns whether at least one seat of a session is filled. Teachers of the session's lesson do not count. */
    default boolean hasHolder(int session) {
        for (int seat = 0; seat < seatCount(session); seat++) {
            if (holderIndex(session, seat) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of students in a session: members of its groups and single students, each counted once. */
    int studentCount(int session);

    /**
     * Returns whether a session sleeps because no student has joined the group that it is held for. A session without {@code awakeWith} never
     * sleeps. A sleeping session has no time, no room and no seat holders, and rules must not charge for that.
     */
    boolean isAsleep(int session);

    /**
     * Returns a student of a group; given members come first. The order of the decided members is arbitrary and may differ between equal plans, so
     * costs must not depend on it.
     *
     * @param place index among the group's students, from 0 and below its size
     */
    Student student(int group, int place);

    /** Returns the number of students in a group, given and decided. */
    int groupSize(int group);

    /** Returns the group that a student has joined; {@code null} while there is none. */
    @Nullable
    GroupId joinedGroup(int membership);
}
