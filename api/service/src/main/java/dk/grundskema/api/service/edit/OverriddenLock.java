package dk.grundskema.api.service.edit;

import dk.grundskema.api.service.edit.LockSelection.LockAspect;
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
 * A lock that is violated by an edit but was satisfied before. A lock that was violated already does not count, because users do not see it as
 * locked.
 *
 * @param sessionId id of the session
 * @param what      aspects that are locked and changed; at least one
 * @param positions locked seats that change, from 0, if {@link LockAspect#SEATS} is among the aspects; otherwise empty
 */
record OverriddenLock(SessionId sessionId, List<LockAspect> what, List<Integer> positions) {
    /** Copies the lists. */
    OverriddenLock {
        what = List.copyOf(what);
        positions = List.copyOf(positions);
    }

    /** Returns the locks overridden by the changes between two timetables. */
    static List<OverriddenLock> of(Collection<SessionLock> locks, Timetable was, Timetable is) {
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

    /** @param after {@code null} means that it is no longer scheduled */
    private static OverriddenLock of(SessionLock lock, Meeting before, @Nullable Meeting after) {
        Predicate<Predicate<Meeting>> ends = holds -> holds.test(before) && (after == null || !holds.test(after));
        var all = EnumSet.noneOf(LockAspect.class);
        if (lock.time() != null && ends.test(one -> one.time().equals(lock.time()))) {
            all.add(LockAspect.TIME);
        }
        if (lock.roomId() != null && ends.test(one -> Objects.equals(lock.roomId(), one.roomId()))) {
            all.add(LockAspect.ROOM);
        }
        if (lock.subject() != null && ends.test(one -> one.subject().equals(lock.subject()))) {
            all.add(LockAspect.SUBJECT);
        }
        List<Integer> positions = lock.seats().stream()
                .filter(seat -> ends.test(one -> isSeated(one, seat.position(), seat.staffId())))
                .map(SeatLock::position)
                .toList();
        if (!positions.isEmpty()) {
            all.add(LockAspect.SEATS);
        }
        return new OverriddenLock(lock.sessionId(), List.copyOf(all), positions);
    }

    /** @param who {@code null} means that the seat is empty */
    private static boolean isSeated(Meeting meeting, int position, @Nullable StaffId who) {
        StaffId there = position < meeting.seats().size()
                ? meeting.seats().get(position).staffId()
                : null;
        return Objects.equals(there, who);
    }
}
