package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChange.GroupChange;
import dk.grundskema.solver.edit.ManualChange.RoomChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.edit.ManualChange.TimeChange;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries other times, rooms and subjects of single meetings, what is locked, and groups for a student. The checker judges each. */
final class FaultTrial {
    private static final String TIME = "core.asked-time";
    private static final String LOCK_KEPT = "core.lock-kept";
    private static final String STORED_DATA = "core.asked-";
    private static final String WITHOUT_GROUP = "core.student-without-group";
    private static final int MOST_GROUPS = 40;
    private static final int MOST_MEETINGS = 4;
    private static final int MOST_TRIALS = 5;
    private static final int MOST_TIMES = 30;
    private static final Duration TIME_OF_TRIALS = Duration.ofSeconds(30);

    private final PlanningFacade planning;
    private final Problem problem;
    private final Timetable timetable;
    private final long end = System.nanoTime() + TIME_OF_TRIALS.toNanos();
    private @Nullable Function<Meeting, MeetingOptions> options;
    private @Nullable Function<List<ManualChange>, Optional<Timetable>> changes;
    private @Nullable ViolationAmounts before;

    /**
     * A timetable in which a fault is mended.
     *
     * @param moves     the changes, one after the other
     * @param timetable the timetable with them
     */
    record MovedTimetable(List<ManualChange> moves, Timetable timetable) {}

    FaultTrial(PlanningFacade planning, Problem problem, Timetable timetable) {
        this.planning = planning;
        this.problem = problem;
        this.timetable = timetable;
    }

    /** Returns whether a fault is in what the timetable says of a meeting besides its time: any change by hand builds that anew. */
    static boolean isOfStoredData(RuleViolation violation) {
        return violation.rule().startsWith(STORED_DATA) && !violation.rule().equals(TIME);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    Optional<MovedTimetable> findMove(LocatedPlanFault located) {
        RuleViolation violation = located.fault().violation();
        return Stream.concat(
                        groupsFor(violation),
                        timetable.meetings().stream()
                                .filter(meeting -> located.isIn(meeting.sessionId()))
                                .limit(MOST_MEETINGS)
                                .filter(meeting -> !isOver())
                                .flatMap(meeting -> alternatives(meeting, violation)))
                .findFirst();
    }

    /** Tries groups for a student who is in none, those with fewest members first. */
    private Stream<MovedTimetable> groupsFor(RuleViolation violation) {
        if (!violation.rule().equals(WITHOUT_GROUP)
                || !(violation.arguments().getFirst() instanceof StudentId student)) {
            return Stream.of();
        }
        Map<GroupId, Integer> sizes = new HashMap<>();
        timetable
                .groups()
                .forEach(group -> sizes.put(group.id(), group.members().size()));
        return planning.expandDemands(problem).stream()
                .flatMap(demand -> demand.groupings().stream())
                .filter(grouping -> grouping.students().contains(student))
                .flatMap(grouping -> grouping.groups().stream()
                        .map(Group::id)
                        .filter(group ->
                                grouping.allows(student, group) && sizes.getOrDefault(group, 0) < grouping.largest()))
                .sorted(Comparator.comparing(group -> sizes.getOrDefault(group, 0)))
                .limit(MOST_GROUPS)
                .filter(group -> !isOver())
                .<List<ManualChange>>map(group -> List.of(new GroupChange(student, group)))
                .flatMap(moves -> mended(moves, byHand(moves), violation));
    }

    private Stream<MovedTimetable> alternatives(Meeting meeting, RuleViolation violation) {
        if (violation.rule().equals("core.asked-locks")) {
            return Stream.of(); // no change of the plan is needed: a timetable that is built anew has the right marks
        }
        Stream<List<ManualChange>> locked = violation.rule().equals(LOCK_KEPT) ? asLocked(meeting) : Stream.of();
        Stream<ManualChange> usual = violation.rule().contains("room") ? usualRooms(meeting) : Stream.of();
        Stream<ManualChange> permitted = violation.rule().equals(TIME) ? permittedTimes(meeting) : Stream.of();
        List<List<ManualChange>> trials = Stream.concat(
                        locked,
                        Stream.of(suggested(meeting), permitted, usual)
                                .flatMap(some -> some)
                                .map(List::of))
                .distinct()
                .toList();
        return Stream.concat(
                trials.stream().filter(moves -> !isOver()).flatMap(moves -> mended(moves, moved(moves), violation)),
                trials.stream()
                        .filter(moves -> moves.getFirst() instanceof TimeChange)
                        .limit(MOST_TRIALS)
                        .filter(moves -> !isOver())
                        .flatMap(moves -> mended(moves, byHand(moves), violation)));
    }

    /** Returns what the lock of a meeting says: all of it, and without the room, since the lock of a lesson means an additional one. */
    private Stream<List<ManualChange>> asLocked(Meeting meeting) {
        SessionId session = meeting.sessionId();
        return problem.locks().stream()
                .filter(lock -> lock.sessionId().equals(session))
                .map(lock -> {
                    var moves = new ArrayList<ManualChange>();
                    if (lock.time() != null && !lock.time().equals(meeting.time())) {
                        moves.add(new TimeChange(session, lock.time()));
                    }
                    if (lock.roomId() != null && !lock.roomId().equals(meeting.roomId())) {
                        moves.add(new RoomChange(session, lock.roomId()));
                    }
                    for (SeatLock seat : lock.seats()) {
                        if (seat.position() < meeting.seats().size()
                                && !Objects.equals(
                                        seat.staffId(),
                                        meeting.seats().get(seat.position()).staffId())) {
                            moves.add(new ManualChange.SeatChange(session, seat.position(), seat.staffId()));
                        }
                    }
                    return moves;
                })
                .flatMap(moves -> Stream.of(
                        List.<ManualChange>copyOf(moves),
                        moves.stream()
                                .filter(move -> !(move instanceof RoomChange))
                                .toList()))
                .filter(moves -> !moves.isEmpty());
    }

    /** Returns the best rooms, times and modules to swap the subject with that the search may give the meeting. */
    private Stream<ManualChange> suggested(Meeting meeting) {
        Function<Meeting, MeetingOptions> known = options == null ? planning.options(problem, timetable) : options;
        options = known;
        MeetingOptions open = known.apply(meeting);
        Stream<TriedChange> times = open.targets().stream()
                .filter(target -> !target.isCurrent())
                .map(target -> TriedChange.of(target.time(), target.otherId(), target.differences()));
        Stream<TriedChange> rooms = open.rooms().stream()
                .filter(room -> !room.isCurrent())
                .map(room -> TriedChange.of(room.roomId(), null, room.differences()));
        return Stream.concat(rooms, times)
                .filter(change -> change.broken().isEmpty())
                .sorted(TriedChange.BEST_FIRST)
                .limit(MOST_TRIALS)
                .map(change -> toManual(meeting.sessionId(), change));
    }

    private static ManualChange toManual(SessionId session, TriedChange change) {
        SessionId other = change.swapsWith();
        if (other != null) {
            return new SubjectSwap(session, other);
        }
        return change.value() instanceof RoomId room
                ? new RoomChange(session, room)
                : new TimeChange(session, (MeetingTime) change.value());
    }

    /** Returns the best times at which a meeting may be held that is at another one: the search has no choice for it while it is there. */
    private Stream<ManualChange> permittedTimes(Meeting meeting) {
        Timetable without = timetable.withMeetings(timetable.meetings().stream()
                .filter(other -> !other.equals(meeting))
                .toList());
        return planning.options(problem, without).apply(meeting).targets().stream()
                .filter(target -> target.otherId() == null)
                .map(target -> TriedChange.of(target.time(), null, target.differences()))
                .sorted(TriedChange.BEST_FIRST)
                .limit(MOST_TIMES)
                .map(change -> toManual(meeting.sessionId(), change));
    }

    /** Returns rooms of other meetings of the same kind, those of the same participants first. */
    private Stream<ManualChange> usualRooms(Meeting meeting) {
        return timetable.meetings().stream()
                .filter(other -> other.kind().equals(meeting.kind()) && other.roomId() != null)
                .sorted(Comparator.comparing(other -> !other.groupIds().equals(meeting.groupIds())))
                .map(other -> Objects.requireNonNull(other.roomId()))
                .distinct()
                .filter(room -> !room.equals(meeting.roomId()))
                .limit(MOST_TRIALS)
                .map(room -> new RoomChange(meeting.sessionId(), room));
    }

    private Stream<MovedTimetable> mended(
            List<ManualChange> moves, Optional<Timetable> changed, RuleViolation violation) {
        ViolationAmounts now =
                before == null ? new ViolationAmounts(planning.checkTimetable(problem, timetable)) : before;
        before = now;
        return changed
                .filter(after -> now.isMended(violation, planning.checkTimetable(problem, after)))
                .map(after -> new MovedTimetable(moves, after))
                .stream();
    }

    private Optional<Timetable> moved(List<ManualChange> moves) {
        Optional<Timetable> changed = Optional.of(timetable);
        for (ManualChange move : moves) {
            changed = changed.flatMap(timetable -> moved(timetable, move));
        }
        return changed;
    }

    /** Times, rooms and people change in the meeting as it is, part of a series or not; a swap is left to the workbench. */
    private Optional<Timetable> moved(Timetable now, ManualChange move) {
        return switch (move) {
            case TimeChange one -> {
                MeetingTime time = one.time();
                yield time == null
                        ? Optional.empty()
                        : Optional.of(with(now, one.sessionId(), meeting -> meeting.withTime(time)));
            }
            case RoomChange one -> Optional.of(with(now, one.sessionId(), meeting -> meeting.withRoom(one.roomId())));
            case ManualChange.SeatChange one ->
                Optional.of(with(now, one.sessionId(), meeting -> meeting.withSeats(withHolder(meeting, one))));
            case SubjectSwap swap -> byHand(List.of(swap));
            case ManualChange.SubjectChange one -> Optional.empty();
            case GroupChange one -> Optional.empty();
        };
    }

    /** Unlike a changed meeting, what the workbench makes also has the lessons anew that students miss. */
    private Optional<Timetable> byHand(List<ManualChange> moves) {
        Function<List<ManualChange>, Optional<Timetable>> known =
                changes == null ? planning.changes(problem, timetable) : changes;
        changes = known;
        return known.apply(moves);
    }

    private static Timetable with(Timetable now, SessionId session, UnaryOperator<Meeting> change) {
        return now.withMeetings(now.meetings().stream()
                .map(one -> one.sessionId().equals(session) ? change.apply(one) : one)
                .toList());
    }

    private static List<MeetingSeat> withHolder(Meeting meeting, ManualChange.SeatChange change) {
        var seats = new ArrayList<>(meeting.seats());
        MeetingSeat seat = seats.get(change.position());
        seats.set(change.position(), new MeetingSeat(seat.role(), change.staffId(), seat.required(), seat.locked()));
        return seats;
    }
}
