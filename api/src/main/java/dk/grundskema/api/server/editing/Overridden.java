package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.Selection.What;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A lock that changes by hand don't keep. What stood otherwise than its lock before is none: nobody sees it as locked.
 *
 * @param sessionId which session
 * @param what      what of it is locked, stands so, and becomes otherwise; at least one
 * @param positions which seats of its meeting, from 0, if {@link What#SEATS} is among that; otherwise empty
 */
record Overridden(SessionId sessionId, List<What> what, List<Integer> positions) {
    /** Copies the lists. */
    Overridden {
        what = List.copyOf(what);
        positions = List.copyOf(positions);
    }

    /** Those of changes that make one timetable of another. */
    static List<Overridden> of(Collection<SessionLock> locks, Timetable was, Timetable is) {
        if (locks.isEmpty()) {
            return List.of();
        }
        Set<SessionId> locked = locks.stream().map(SessionLock::sessionId).collect(Collectors.toSet());
        Map<SessionId, Meeting> before = meetings(was, locked);
        Map<SessionId, Meeting> after = meetings(is, locked);
        return locks.stream()
                .filter(lock -> before.containsKey(lock.sessionId()))
                .map(lock ->
                        of(lock, Objects.requireNonNull(before.get(lock.sessionId())), after.get(lock.sessionId())))
                .filter(one -> !one.what().isEmpty())
                .toList();
    }

    private static Map<SessionId, Meeting> meetings(Timetable timetable, Set<SessionId> some) {
        return timetable.meetings().stream()
                .filter(one -> some.contains(one.sessionId()))
                .collect(Collectors.toMap(Meeting::sessionId, Function.identity(), (one, other) -> one));
    }

    /** @param after {@code null} means that it isn't held any more */
    private static Overridden of(SessionLock lock, Meeting before, @Nullable Meeting after) {
        Predicate<Predicate<Meeting>> ends = holds -> holds.test(before) && (after == null || !holds.test(after));
        var all = EnumSet.noneOf(What.class);
        if (lock.time() != null && ends.test(one -> one.time().equals(lock.time()))) {
            all.add(What.TIME);
        }
        if (lock.roomId() != null && ends.test(one -> Objects.equals(lock.roomId(), one.roomId()))) {
            all.add(What.ROOM);
        }
        if (lock.subject() != null && ends.test(one -> one.subject().equals(lock.subject()))) {
            all.add(What.SUBJECT);
        }
        List<Integer> positions = lock.seats().stream()
                .filter(seat -> ends.test(one -> isThere(one, seat.position(), seat.staffId())))
                .map(SeatLock::position)
                .toList();
        if (!positions.isEmpty()) {
            all.add(What.SEATS);
        }
        return new Overridden(lock.sessionId(), List.copyOf(all), positions);
    }

    /** @param who {@code null} means that the seat is empty */
    private static boolean isThere(Meeting meeting, int position, @Nullable StaffId who) {
        StaffId there = position < meeting.seats().size()
                ? meeting.seats().get(position).staffId()
                : null;
        return Objects.equals(there, who);
    }
}
