package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches for holders of seats that fill open seats with the fewest changes. The independent checker judges each solution; what it objects to is
 * excluded from the next one.
 */
final class RepairSearch {
    private static final int MOST_ATTEMPTS = 60;

    private static final String MISSING = "core.missing-adult";

    private final StaffingCase input;
    private final Timetable timetable;
    private final TimetableChecker checker;
    private final Set<ProofFact> broken;
    private final ProofLimits.Budget budget;
    private final ViolationAmounts before;

    /**
     * A repair.
     *
     * @param timetable timetable with the changes
     * @param changes   the changes
     * @param isClean   whether no other rule is broken more than before; otherwise only the hard rules are not
     */
    record Repair(Timetable timetable, List<SeatChange> changes, boolean isClean) {}

    RepairSearch(
            StaffingCase input,
            Timetable timetable,
            TimetableChecker checker,
            Set<ProofFact> broken,
            ProofLimits.Budget budget) {
        this.input = input;
        this.timetable = timetable;
        this.checker = checker;
        this.broken = broken;
        this.budget = budget;
        this.before = new ViolationAmounts(checker.checkRules(input.problem(), timetable));
    }

    /**
     * Fills an open seat, or as many open seats as possible.
     *
     * @param target the seat; {@code null} means all open seats
     */
    Optional<Repair> search(@Nullable SeatNeed target) {
        List<SeatNeed> seats = input.seats().stream()
                .filter(seat -> seat.required() || seat.lock() != null || seat.holder() != null)
                .toList();
        var model = new StaffingModel(
                input, seats, seat -> seat.required() && (seat.holder() != null || seat.equals(target)));
        var changes = new FewestChanges(model, timetable, target == null, budget);
        Repair fallback = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !budget.isOver(); attempt++) {
            Optional<FewestChanges.Solution> found = changes.find(broken);
            if (found.isEmpty()) {
                break;
            }
            FewestChanges.Solution solution = found.get();
            List<RuleViolation> faults = checker.checkRules(input.problem(), solution.timetable());
            if (!before.isLess(Level.MEDIUM, MISSING, faults)) {
                break;
            }
            var repair = new Repair(solution.timetable(), solution.changes(), before.isNoWorse(faults, false));
            if (repair.isClean()) {
                return Optional.of(repair);
            }
            fallback = fallback == null && before.isNoWorse(faults, true) ? repair : fallback;
            if (!changes.exclude(solution.holders(), faults, before)) {
                break;
            }
        }
        return Optional.ofNullable(fallback);
    }
}
