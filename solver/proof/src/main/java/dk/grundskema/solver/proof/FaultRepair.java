package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Searches for other people in the filled seats who mend a broken rule, with the fewest changes on the days around it. The independent checker judges
 * each solution; what it objects to is excluded from the next one.
 */
final class FaultRepair {
    private static final int MOST_ATTEMPTS = 60;

    /** Attempts for a rule that the model does not know: only the checker tells whether it is kept. */
    private static final int MOST_ATTEMPTS_WITHOUT_FACTS = 10;

    /** Days around a broken rule on which people may change. */
    private static final List<Integer> DAYS_AROUND = List.of(1, 7);

    private final Timetable timetable;
    private final TimetableChecker checker;
    private final Set<ProofFact> broken;
    private final ViolationAmounts before;
    private final ProofLimits.Budget budget;

    /**
     * A repair.
     *
     * @param changes   changed seats
     * @param timetable timetable with the changes
     * @param faults    what the checker finds in it
     */
    record Repair(List<SeatChange> changes, Timetable timetable, List<RuleViolation> faults) {}

    /**
     * @param broken facts that the timetable breaks
     * @param before what the checker finds in the timetable
     */
    FaultRepair(
            Timetable timetable,
            TimetableChecker checker,
            Set<ProofFact> broken,
            ViolationAmounts before,
            ProofLimits.Budget budget) {
        this.timetable = timetable;
        this.checker = checker;
        this.broken = broken;
        this.before = before;
        this.budget = budget;
    }

    /** Returns a repair that breaks no rule more than before in any place; empty if none was found within the limits. */
    Optional<Repair> search(StaffingCase input, BrokenRule fault) {
        return DAYS_AROUND.stream()
                .filter(days -> !budget.isOver())
                .flatMap(days -> search(input, fault, seat -> fault.isWithin(seat, days, days)).stream())
                .findFirst();
    }

    private Optional<Repair> search(StaffingCase input, BrokenRule fault, Predicate<SeatNeed> isFree) {
        List<SeatNeed> seats = input.seats().stream()
                .filter(seat -> seat.lock() != null || seat.holder() != null)
                .toList();
        var model = new StaffingModel(input, seats, seat -> seat.holder() != null);
        keep(model, isFree.negate());
        var changes = new FewestChanges(model, timetable, false, budget);
        Map<SeatNeed, StaffId> now = new HashMap<>();
        seats.stream()
                .filter(seat -> seat.holder() != null)
                .forEach(seat -> now.put(seat, Objects.requireNonNull(seat.holder())));
        if (!excludeFault(changes, fault, now)) {
            return Optional.empty();
        }
        Set<ProofFact> restored = fault.factsAmong(broken);
        Set<ProofFact> others = new HashSet<>(broken);
        others.removeAll(restored);
        boolean isInModel = !restored.isEmpty() || seats.stream().anyMatch(fault::mustLeave);
        for (int attempt = 0;
                attempt < (isInModel ? MOST_ATTEMPTS : MOST_ATTEMPTS_WITHOUT_FACTS) && !budget.isOver();
                attempt++) {
            Optional<FewestChanges.Solution> found = changes.find(others);
            if (found.isEmpty()) {
                break;
            }
            FewestChanges.Solution solution = found.get();
            List<RuleViolation> faults = checker.check(input.problem(), solution.timetable());
            if (before.isMended(fault.violation(), faults)) {
                return Optional.of(new Repair(solution.changes(), solution.timetable(), faults));
            }
            boolean isExcluded =
                    !before.isGone(fault.violation(), faults) && excludeFault(changes, fault, solution.holders());
            if (!changes.exclude(solution.holders(), faults, before) && !isExcluded) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean excludeFault(FewestChanges changes, BrokenRule fault, Map<SeatNeed, StaffId> holders) {
        return changes.excludeTogether(
                holders, seat -> fault.concerns(seat, Objects.requireNonNull(holders.get(seat))));
    }

    private static void keep(StaffingModel model, Predicate<SeatNeed> isKept) {
        for (int i = 0; i < model.seats().size(); i++) {
            SeatNeed seat = model.seats().get(i);
            if (isKept.test(seat)) {
                model.candidates(i)
                        .forEach((person, variable) ->
                                model.formula().addClause(null, person.equals(seat.holder()) ? variable : -variable));
            }
        }
    }
}
