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
 * How the decisions of one scope stand at the moment. Sessions, groups and memberships are named by their place in the
 * scope's lists, seats by their place among the session's seats, guests by their place among those it hosts at the moment.
 */
public interface ScopeView {
    /** When a session is held; a guest's time is its host's; {@code null} while it has none. */
    @Nullable
    MeetingTime time(int session);

    /**
     * Where a session is held; {@code null} while it has no room, or needs none. Of a session that is a lesson of the existing timetable, the
     * further room that was chosen, also while nobody fills a seat and it therefore isn't taken.
     */
    @Nullable
    Room room(int session);

    /** How many guests are placed into a session; more than one is a clash. */
    int guests(int session);

    /** A guest that is placed into a session. */
    Session guest(int session, int guest);

    /** How many seats a session has, filled or not. */
    int seats(int session);

    /** A seat of a session. */
    Seat seat(int session, int seat);

    /** Who fills a seat of a session; {@code null} while nobody does. */
    @Nullable
    StaffMember holder(int session, int seat);

    /** The place of a seat's holder among the problem's staff, from 0; -1 while nobody fills it. Faster than the person. */
    int holderIndex(int session, int seat);

    /** Whether anybody fills one of a session's seats; the teachers of a lesson that the session is don't count. */
    default boolean isAnybodyIn(int session) {
        for (int seat = 0; seat < seats(session); seat++) {
            if (holderIndex(session, seat) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** How many students take part in a session: members of its groups and single ones, each counted once. */
    int students(int session);

    /**
     * Whether a session sleeps, for no student has joined the group that it is held for; a session that waits for no group never does. Whoever
     * sleeps has no time, no room and nobody in its seats, and no rule may miss them.
     */
    boolean isAsleep(int session);

    /**
     * One of the students of a group, given ones first; the order of those who joined says nothing and differs from one plan to another that is
     * alike, so costs must not depend on it.
     *
     * @param place place among the group's students, from 0 and below its size
     */
    Student student(int group, int place);

    /** How many students are in a group, given and decided ones. */
    int size(int group);

    /** Which group a student has joined; {@code null} while none. */
    @Nullable
    GroupId joined(int membership);
}
