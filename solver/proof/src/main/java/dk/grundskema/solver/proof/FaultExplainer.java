package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.StaffingCase.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves that broken rules of a timetable cannot be kept while the filled seats stay filled, or finds people who keep them. What else the timetable breaks
 * may stay broken; so a contradiction is about the rule that was asked about.
 */
final class FaultExplainer {
    /** The shortest windows: a contradiction in them is proved at once. */
    private static final int NEAR = 2;

    private final Timetable timetable;
    private final StaffingCase stated;
    private final StaffingCase together;
    private final StaffingCase eachMeeting;
    private final StaffingCase eachWeek;
    private final Set<ProofFact> broken;
    private final Set<ProofFact> brokenInWeeks;
    private final ViolationAmounts before;
    private final FaultRepair repairs;
    private final ProofLimits.Budget budget;
    private final List<Repaired> repaired = new ArrayList<>();

    /** A verdict with a repair: what mends one meeting of a series often mends all. */
    private record Repaired(FaultVerdict verdict, FaultRepair.Repair repair) {}

    FaultExplainer(
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            TimetableChecker checker,
            ProofLimits.Budget budget) {
        this.timetable = timetable;
        this.budget = budget;
        stated = StaffingCase.ofTimetable(problem, demands, timetable);
        together = FaultCase.withoutBrokenAbsences(stated);
        eachMeeting = FaultCase.withoutBrokenAbsences(
                StaffingCase.ofTimetable(problem, demands, timetable, Series.EACH_MEETING));
        eachWeek = FaultCase.withoutBrokenAbsences(
                StaffingCase.ofTimetable(problem, demands, timetable, Series.EACH_WEEK));
        broken = BrokenFacts.of(together, timetable, checker, budget);
        brokenInWeeks = new HashSet<>(BrokenFacts.of(eachWeek, timetable, checker, budget));
        brokenInWeeks.addAll(broken);
        before = new ViolationAmounts(checker.check(problem, timetable));
        repairs = new FaultRepair(timetable, checker, broken, before, budget);
    }

    /** Returns a verdict for each violation, in their order. */
    List<FaultVerdict> explain(List<RuleViolation> faults) {
        return faults.stream()
                .map(fault ->
                        mendedWithAnother(fault).orElseGet(() -> explain(BrokenRule.of(fault, timetable.meetings()))))
                .toList();
    }

    private Optional<FaultVerdict> mendedWithAnother(RuleViolation fault) {
        return repaired.stream()
                .filter(earlier -> before.isMended(fault, earlier.repair().faults()))
                .findFirst()
                .map(earlier -> earlier.verdict().of(fault));
    }

    private FaultVerdict explain(BrokenRule fault) {
        if (!fault.isAboutPeople() || budget.isOver()) {
            return FaultVerdict.unknown(fault.violation());
        }
        Set<ProofFact> restored = fault.factsAmong(brokenInWeeks);
        Optional<StaffingCase> asked = FaultCase.asking(eachWeek, stated, fault)
                .or(() -> Optional.of(eachWeek).filter(any -> !restored.isEmpty()))
                .filter(any -> before.isAlone(fault.violation()));
        List<@Nullable Interval> windows =
                asked.map(one -> StaffingProof.windows(one, fault.dates())).orElse(List.of());
        int near = Math.min(NEAR, windows.size());
        return findConflict(asked.orElse(eachWeek), fault, windows.subList(0, near))
                .or(() -> repair(fault))
                .or(() -> findConflict(asked.orElse(eachWeek), fault, windows.subList(near, windows.size())))
                .orElseGet(() -> FaultVerdict.unknown(fault.violation()));
    }

    /** Lets the same people take whole series, and if that does not help, somebody else single meetings. */
    private Optional<FaultVerdict> repair(BrokenRule fault) {
        return repairs.search(FaultCase.asking(together, stated, fault).orElse(together), fault)
                .or(() -> isOfSeries(fault)
                        ? repairs.search(
                                FaultCase.asking(eachMeeting, stated, fault).orElse(eachMeeting), fault)
                        : Optional.empty())
                .map(repair -> {
                    var verdict = FaultVerdict.avoidable(fault.violation(), repair);
                    repaired.add(new Repaired(verdict, repair));
                    return verdict;
                });
    }

    private boolean isOfSeries(BrokenRule fault) {
        return together.seats().stream()
                .anyMatch(seat ->
                        seat.sessions().size() > 1 && seat.holder() != null && fault.concerns(seat, seat.holder()));
    }

    private Optional<FaultVerdict> findConflict(
            StaffingCase asked, BrokenRule fault, List<@Nullable Interval> windows) {
        Set<ProofFact> others = new HashSet<>(brokenInWeeks);
        others.removeAll(fault.factsAmong(brokenInWeeks));
        for (Interval window : windows) {
            if (budget.isOver() || (window == null && StaffingProof.isTooLarge(asked))) {
                break;
            }
            Optional<StaffingConflict> conflict = StaffingProof.findConflict(
                    asked, window, others, seat -> seat.required() && seat.holder() != null, budget);
            if (conflict.isPresent()) {
                return conflict.map(found -> FaultVerdict.unavoidable(fault.violation(), found.facts()));
            }
        }
        return Optional.empty();
    }
}
