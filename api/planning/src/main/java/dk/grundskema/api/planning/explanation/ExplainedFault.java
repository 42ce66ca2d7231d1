package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.FaultReport;
import dk.grundskema.solver.proof.FaultVerdict;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.SeatChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conflict or a shortfall of a plan can be mended, while the filled seats stay filled: by other people in the seats, by another time or room of
 * one meeting, by a swap of the subjects of two modules, by what is locked, or by planning the part around the fault anew.
 *
 * @param fault   the fault
 * @param state   the answer; that it is unavoidable is proved for the times of the plan
 * @param reason  facts that contradict each other, if it is unavoidable; otherwise empty
 * @param changes other people in seats that mend it; otherwise empty
 * @param moves   other changes that mend it; otherwise empty
 * @param mended  the timetable with the changes or the moves; its score need not be its own; {@code null} unless it is avoidable
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

    private static final Set<Part> PARTS =
            EnumSet.of(Part.CONFLICTS, Part.UNPLANNED_SESSIONS, Part.STUDENTS_WITHOUT_GROUP, Part.OTHER_SHORTFALLS);

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

    /** Returns those faults that are explained: all but open seats, which have answers of their own. */
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
     * Explains the first faults of a plan, {@value #MOST} at most, within about two minutes. Every change that it names was made and checked.
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
        var trial = new FaultTrial(planning, problem, timetable);
        Map<LocatedPlanFault, FaultTrial.MovedTimetable> moved = new HashMap<>();
        var unknown = new ArrayList<LocatedPlanFault>();
        for (int i = 0; i < some.size(); i++) {
            LocatedPlanFault located = some.get(i);
            if (report.verdicts().get(i).state() == Avoidability.UNKNOWN) {
                trial.findMove(located).ifPresentOrElse(found -> moved.put(located, found), () -> unknown.add(located));
            }
        }
        boolean isLimited = report.isLimited() || trial.isOver();
        if (!unknown.isEmpty()) {
            var replan = new ReplanTrial(planning, problem, timetable);
            moved.putAll(replan.find(unknown));
            isLimited |= replan.isLimited();
        }
        var explained = new ArrayList<ExplainedFault>();
        for (int i = 0; i < some.size(); i++) {
            FaultVerdict verdict = report.verdicts().get(i);
            Optional<FaultTrial.MovedTimetable> found = Optional.ofNullable(moved.get(some.get(i)));
            explained.add(new ExplainedFault(
                    some.get(i).fault(),
                    found.isEmpty() ? verdict.state() : Avoidability.AVOIDABLE,
                    verdict.reason(),
                    verdict.changes(),
                    found.map(FaultTrial.MovedTimetable::moves).orElse(List.of()),
                    found.map(FaultTrial.MovedTimetable::timetable).orElse(verdict.repaired())));
        }
        return new Explanation(explained, isLimited);
    }
}
