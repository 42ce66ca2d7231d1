package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChange.RoomChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.edit.ManualChange.TimeChange;
import dk.grundskema.solver.edit.MeetingOptions;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.FaultReport;
import dk.grundskema.solver.proof.FaultVerdict;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conflict or a shortfall of a plan can be mended, while the filled seats stay filled: by other people in the seats, by another time or room of
 * one meeting, by a swap of the subjects of two modules, or by what is locked.
 *
 * @param fault   the fault
 * @param state   the answer; that it is unavoidable is proved for the times of the plan
 * @param reason  facts that contradict each other, if it is unavoidable; otherwise empty
 * @param changes other people in seats that mend it; otherwise empty
 * @param moves   changes of one meeting that mend it, other than people; otherwise empty
 * @param mended  the timetable with the changes or the moves; its score is that of the old one; {@code null} unless it is avoidable
 */
public record ExplainedFault(
        PlanFault fault,
        Avoidability state,
        List<ProofFact> reason,
        List<SeatChange> changes,
        List<ManualChange> moves,
        @Nullable Timetable mended) {
    /** Most faults of a plan that are examined. */
    public static final int MOST = 60;

    private static final Set<Part> PARTS = EnumSet.of(Part.CONFLICTS, Part.OTHER_SHORTFALLS);
    private static final String LOCK_KEPT = "core.lock-kept";
    private static final String MARKS_OF_LOCKS = "core.asked-locks";
    private static final int MOST_MEETINGS = 4;
    private static final int MOST_TRIALS = 5;
    private static final Duration TIME_OF_TRIALS = Duration.ofSeconds(30);

    /** Copies the lists. */
    public ExplainedFault {
        reason = List.copyOf(reason);
        changes = List.copyOf(changes);
        moves = List.copyOf(moves);
    }

    /**
     * Faults of one rule with the same answer, such as those of all weeks of a meeting.
     *
     * @param first  the first of them
     * @param others number of the others
     */
    public record Alike(ExplainedFault first, int others) {}

    private record Answer(
            String rule,
            Avoidability state,
            List<ProofFact> reason,
            List<SeatChange> changes,
            List<ManualChange> moves) {}

    /** Returns explained faults together that have the same answer; those of which nothing is known stay alone. */
    public static List<Alike> group(List<ExplainedFault> all) {
        Map<Object, List<ExplainedFault>> groups = new LinkedHashMap<>();
        for (ExplainedFault one : all) {
            Object key = one.state() == Avoidability.UNKNOWN
                    ? one
                    : new Answer(one.fault().violation().rule(), one.state(), one.reason(), one.changes(), one.moves());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
        }
        return groups.values().stream()
                .map(some -> new Alike(some.getFirst(), some.size() - 1))
                .toList();
    }

    /** Returns those faults that are explained: conflicts and shortfalls. Open seats have answers of their own; the rest is not about meetings. */
    public static List<LocatedPlanFault> explainable(List<LocatedPlanFault> faults) {
        return faults.stream()
                .filter(located -> PARTS.contains(located.fault().part()))
                .toList();
    }

    /**
     * Explained faults.
     *
     * @param faults    the faults
     * @param isLimited whether the time limit ended the search, so that a later one may find more
     */
    public record Explanation(List<ExplainedFault> faults, boolean isLimited) {
        /** Copies the list. */
        public Explanation {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Explains the first faults of a plan, {@value #MOST} at most, within one and a half minutes. Every change that it names was made and checked.
     *
     * @param planning proves, tries and checks
     * @param problem  the problem, with everything that keeps people away
     * @param faults   faults of the plan that are explained
     */
    public static Explanation explain(
            PlanningFacade planning, Problem problem, Timetable timetable, List<LocatedPlanFault> faults) {
        List<LocatedPlanFault> some = faults.stream().limit(MOST).toList();
        FaultReport report = planning.staffingProofs()
                .explainFaults(
                        problem,
                        timetable,
                        some.stream()
                                .map(located -> located.fault().violation())
                                .toList());
        var trial = new Trial(planning, problem, timetable);
        var explained = new ArrayList<ExplainedFault>();
        for (int i = 0; i < some.size(); i++) {
            PlanFault fault = some.get(i).fault();
            FaultVerdict verdict = report.verdicts().get(i);
            Optional<MovedTimetable> moved =
                    verdict.state() == Avoidability.UNKNOWN ? trial.findMove(some.get(i)) : Optional.empty();
            explained.add(new ExplainedFault(
                    fault,
                    moved.isEmpty() ? verdict.state() : Avoidability.AVOIDABLE,
                    verdict.reason(),
                    verdict.changes(),
                    moved.map(MovedTimetable::moves).orElse(List.of()),
                    moved.map(MovedTimetable::timetable).orElse(verdict.repaired())));
        }
        return new Explanation(explained, report.isLimited() || trial.isOver());
    }

    private record MovedTimetable(List<ManualChange> moves, Timetable timetable) {}

    /** Tries other times, rooms and subjects of single meetings, and what is locked. The checker judges each. */
    private static final class Trial {
        private final PlanningFacade planning;
        private final Problem problem;
        private final Timetable timetable;
        private final long end = System.nanoTime() + TIME_OF_TRIALS.toNanos();
        private @Nullable Function<Meeting, MeetingOptions> options;
        private @Nullable Function<ManualChange, Optional<Timetable>> changes;
        private @Nullable ViolationAmounts before;

        Trial(PlanningFacade planning, Problem problem, Timetable timetable) {
            this.planning = planning;
            this.problem = problem;
            this.timetable = timetable;
        }

        boolean isOver() {
            return System.nanoTime() - end >= 0;
        }

        Optional<MovedTimetable> findMove(LocatedPlanFault located) {
            return timetable.meetings().stream()
                    .filter(meeting -> located.isIn(meeting.sessionId()))
                    .limit(MOST_MEETINGS)
                    .filter(meeting -> !isOver())
                    .flatMap(meeting -> alternatives(meeting, located.fault().violation()))
                    .findFirst();
        }

        private Stream<MovedTimetable> alternatives(Meeting meeting, RuleViolation violation) {
            if (violation.rule().equals(MARKS_OF_LOCKS)) {
                return Stream
                        .of(); // no change of the plan is needed: a timetable that is built anew has the right marks
            }
            Stream<List<ManualChange>> locked = violation.rule().equals(LOCK_KEPT) ? asLocked(meeting) : Stream.of();
            Stream<ManualChange> usual = violation.rule().contains("room") ? usualRooms(meeting) : Stream.of();
            return Stream.concat(
                            locked, Stream.concat(suggested(meeting), usual).map(List::of))
                    .distinct()
                    .filter(moves -> !isOver())
                    .flatMap(moves -> mended(moves, violation).stream());
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

        private Optional<MovedTimetable> mended(List<ManualChange> moves, RuleViolation violation) {
            ViolationAmounts now =
                    before == null ? new ViolationAmounts(planning.checkTimetable(problem, timetable)) : before;
            before = now;
            Optional<Timetable> changed = Optional.of(timetable);
            for (ManualChange move : moves) {
                changed = changed.flatMap(timetable -> moved(timetable, move));
            }
            return changed.filter(after -> now.isMended(violation, planning.checkTimetable(problem, after)))
                    .map(after -> new MovedTimetable(moves, after));
        }

        /** Times, rooms and people stay with the meeting as it is, part of a series or not; a swap is left to the workbench. */
        private Optional<Timetable> moved(Timetable now, ManualChange move) {
            return switch (move) {
                case TimeChange one -> {
                    MeetingTime time = one.time();
                    yield time == null
                            ? Optional.empty()
                            : Optional.of(with(now, one.sessionId(), meeting -> meeting.withTime(time)));
                }
                case RoomChange one ->
                    Optional.of(with(now, one.sessionId(), meeting -> meeting.withRoom(one.roomId())));
                case ManualChange.SeatChange one ->
                    Optional.of(with(now, one.sessionId(), meeting -> meeting.withSeats(withHolder(meeting, one))));
                case SubjectSwap swap -> {
                    Function<ManualChange, Optional<Timetable>> known =
                            changes == null ? planning.changes(problem, timetable) : changes;
                    changes = known;
                    yield known.apply(swap);
                }
                default -> Optional.empty();
            };
        }

        private static Timetable with(Timetable now, SessionId session, UnaryOperator<Meeting> change) {
            return now.withMeetings(now.meetings().stream()
                    .map(one -> one.sessionId().equals(session) ? change.apply(one) : one)
                    .toList());
        }

        private static List<MeetingSeat> withHolder(Meeting meeting, ManualChange.SeatChange change) {
            var seats = new ArrayList<>(meeting.seats());
            MeetingSeat seat = seats.get(change.position());
            seats.set(
                    change.position(), new MeetingSeat(seat.role(), change.staffId(), seat.required(), seat.locked()));
            return seats;
        }
    }
}
