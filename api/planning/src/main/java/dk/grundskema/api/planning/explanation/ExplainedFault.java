package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conflict or a shortfall of a plan can be mended, while the filled seats stay filled: by other people in the seats, or by another time or room
 * of one meeting.
 *
 * @param fault   the fault
 * @param state   the answer; that it is unavoidable is proved for the times of the plan
 * @param reason  facts that contradict each other, if it is unavoidable; otherwise empty
 * @param changes other people in seats that mend it; otherwise empty
 * @param move    another time or room that mends it; {@code null} if there is none, or people mend it
 * @param mended  the timetable with the changes or the move; its score is that of the old one; {@code null} unless it is avoidable
 */
public record ExplainedFault(
        PlanFault fault,
        Avoidability state,
        List<ProofFact> reason,
        List<SeatChange> changes,
        @Nullable Move move,
        @Nullable Timetable mended) {
    /** Most faults of a plan that are examined. */
    public static final int MOST = 60;

    private static final Set<Part> PARTS = EnumSet.of(Part.CONFLICTS, Part.OTHER_SHORTFALLS);
    private static final int MOST_MEETINGS = 4;
    private static final int MOST_TRIALS = 5;
    private static final Duration TIME_OF_TRIALS = Duration.ofSeconds(30);

    /**
     * Another time or room of a meeting.
     *
     * @param session session of the meeting
     * @param value   the {@link MeetingTime} or {@link RoomId}
     */
    public record Move(SessionId session, Object value) {}

    /** Copies the lists. */
    public ExplainedFault {
        reason = List.copyOf(reason);
        changes = List.copyOf(changes);
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
            @Nullable Move move) {}

    /** Returns explained faults together that have the same answer; those of which nothing is known stay alone. */
    public static List<Alike> group(List<ExplainedFault> all) {
        Map<Object, List<ExplainedFault>> groups = new LinkedHashMap<>();
        for (ExplainedFault one : all) {
            Object key = one.state() == Avoidability.UNKNOWN
                    ? one
                    : new Answer(one.fault().violation().rule(), one.state(), one.reason(), one.changes(), one.move());
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
                    moved.map(MovedTimetable::move).orElse(null),
                    moved.map(MovedTimetable::timetable).orElse(verdict.repaired())));
        }
        return new Explanation(explained, report.isLimited() || trial.isOver());
    }

    private record MovedTimetable(Move move, Timetable timetable) {}

    /** Tries other times and rooms of single meetings. What the search suggests, the checker judges. */
    private static final class Trial {
        private final PlanningFacade planning;
        private final Problem problem;
        private final Timetable timetable;
        private final long end = System.nanoTime() + TIME_OF_TRIALS.toNanos();
        private @Nullable Function<Meeting, MeetingOptions> options;
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
            return Stream.concat(suggested(meeting), violation.rule().contains("room") ? usual(meeting) : Stream.of())
                    .distinct()
                    .filter(value -> !isOver())
                    .flatMap(value -> mended(meeting, value, violation).stream());
        }

        /** Returns the best rooms and times that the search may give the meeting. */
        private Stream<Object> suggested(Meeting meeting) {
            Function<Meeting, MeetingOptions> known = options == null ? planning.options(problem, timetable) : options;
            options = known;
            MeetingOptions open = known.apply(meeting);
            Stream<TriedChange> times = open.targets().stream()
                    .filter(target -> !target.isCurrent() && target.otherId() == null)
                    .map(target -> TriedChange.of(target.time(), null, target.differences()));
            Stream<TriedChange> rooms = open.rooms().stream()
                    .filter(room -> !room.isCurrent())
                    .map(room -> TriedChange.of(room.roomId(), null, room.differences()));
            return Stream.concat(rooms, times)
                    .filter(change -> change.broken().isEmpty())
                    .sorted(TriedChange.BEST_FIRST)
                    .limit(MOST_TRIALS)
                    .map(TriedChange::value);
        }

        /** Returns rooms of other meetings of the same kind, those of the same participants first. */
        private Stream<RoomId> usual(Meeting meeting) {
            return timetable.meetings().stream()
                    .filter(other -> other.kind().equals(meeting.kind()) && other.roomId() != null)
                    .sorted(Comparator.comparing(other -> !other.groupIds().equals(meeting.groupIds())))
                    .map(other -> Objects.requireNonNull(other.roomId()))
                    .distinct()
                    .filter(room -> !room.equals(meeting.roomId()))
                    .limit(MOST_TRIALS);
        }

        private Optional<MovedTimetable> mended(Meeting meeting, Object value, RuleViolation violation) {
            ViolationAmounts now =
                    before == null ? new ViolationAmounts(planning.checkTimetable(problem, timetable)) : before;
            before = now;
            return moved(meeting, value)
                    .filter(changed -> now.isMended(violation, planning.checkTimetable(problem, changed)))
                    .map(changed -> new MovedTimetable(new Move(meeting.sessionId(), value), changed));
        }

        private Optional<Timetable> moved(Meeting meeting, Object value) {
            Optional<Meeting> changed = switch (value) {
                case MeetingTime time -> Optional.of(meeting.withTime(time));
                case RoomId room -> Optional.of(meeting.withRoom(room));
                default -> Optional.empty();
            };
            return changed.map(other -> timetable.withMeetings(timetable.meetings().stream()
                    .map(one -> one.sessionId().equals(meeting.sessionId()) ? other : one)
                    .toList()));
        }
    }
}
