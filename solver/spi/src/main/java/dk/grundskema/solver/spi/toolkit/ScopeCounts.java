package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.ScopeView;
import java.util.Collections;
import java.util.function.BiPredicate;

/**
 * Counts what the first sessions of a scope have in common, for costs of local rules. A search calls such a cost for each trial that touches the scope, so
 * these methods build no collections: they compare the sessions with each other, which is fast for the few dozen of a usual scope.
 */
public final class ScopeCounts {
    private ScopeCounts() {}

    /**
     * Returns the number of sessions that have a time.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int scheduled(ScopeView view, int sessions) {
        int count = 0;
        for (int session = 0; session < sessions; session++) {
            count += view.time(session) == null ? 0 : 1;
        }
        return count;
    }

    /**
     * Returns the number of different weekdays of the sessions that have a time.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int weekdays(ScopeView view, int sessions) {
        int days = 0;
        for (int session = 0; session < sessions; session++) {
            MeetingTime time = view.time(session);
            days |= time == null ? 0 : 1 << time.weekday().ordinal();
        }
        return Integer.bitCount(days);
    }

    /**
     * Returns the number of different times of day at which the sessions begin that have a time.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int startTimes(ScopeView view, int sessions) {
        int different = 0;
        for (int session = 0; session < sessions; session++) {
            MeetingTime time = view.time(session);
            different += time != null && !goesWithAny(view, session, time, ScopeCounts::startTogether) ? 1 : 0;
        }
        return different;
    }

    private static boolean startTogether(MeetingTime one, MeetingTime other) {
        return one.start().equals(other.start());
    }

    /** Returns whether one of the sessions before a given one has a time that goes with another time. */
    private static boolean goesWithAny(
            ScopeView view, int before, MeetingTime time, BiPredicate<MeetingTime, MeetingTime> goesWith) {
        for (int session = 0; session < before; session++) {
            MeetingTime other = view.time(session);
            if (other != null && goesWith.test(time, other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the number of different rooms of the sessions that have a time and a room.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int rooms(ScopeView view, int sessions) {
        int different = 0;
        for (int session = 0; session < sessions; session++) {
            different += isFirstInRoom(view, session) ? 1 : 0;
        }
        return different;
    }

    private static boolean isFirstInRoom(ScopeView view, int session) {
        var room = view.time(session) == null ? null : view.room(session);
        if (room == null) {
            return false;
        }
        for (int other = 0; other < session; other++) {
            var taken = view.time(other) == null ? null : view.room(other);
            if (taken != null && taken.id().equals(room.id())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the number of sessions with a time that no other one touches: none on the same weekday and in a common week begins when it ends, or ends when
     * it begins. Sessions past midnight touch none of the next day.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int isolated(ScopeView view, int sessions) {
        int alone = 0;
        for (int session = 0; session < sessions; session++) {
            MeetingTime time = view.time(session);
            alone += time != null && !goesWithAny(view, sessions, time, ScopeCounts::touch) ? 1 : 0;
        }
        return alone;
    }

    private static boolean touch(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && (one.end().equals(other.start()) || other.end().equals(one.start()))
                && !Collections.disjoint(one.weeks(), other.weeks());
    }

    /** Returns the index among the problem's staff of the person in the first filled seat of a session, from 0; -1 if no seat is filled. */
    public static int firstHolder(ScopeView view, int session) {
        for (int seat = 0; seat < view.seatCount(session); seat++) {
            int holder = view.holderIndex(session, seat);
            if (holder >= 0) {
                return holder;
            }
        }
        return -1;
    }

    /**
     * Returns the number of sessions whose {@link #firstHolder} is a person.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     * @param person   index among the problem's staff
     */
    public static int heldBy(ScopeView view, int sessions, int person) {
        int held = 0;
        for (int session = 0; session < sessions; session++) {
            held += firstHolder(view, session) == person ? 1 : 0;
        }
        return held;
    }

    /**
     * Returns the number of sessions of the person who is the {@link #firstHolder} of most; 0 if no seat is filled.
     *
     * @param sessions number of the scope's first sessions that count, 0 or more
     */
    public static int mostHeldByOne(ScopeView view, int sessions) {
        int most = 0;
        for (int session = 0; session + most < sessions; session++) {
            int holder = firstHolder(view, session);
            most = holder < 0 ? most : Math.max(most, heldBy(view, sessions, holder));
        }
        return most;
    }
}
