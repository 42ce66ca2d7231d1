package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Amounts by which a timetable breaks rules in each place, to tell what a change makes worse. */
final class ViolationAmounts {
    private record Place(String rule, List<Object> arguments) {
        static Place of(RuleViolation fault) {
            return new Place(fault.rule(), fault.place());
        }
    }

    private final Map<Place, Long> amounts = new HashMap<>();

    /** @param faults all violations of the timetable */
    ViolationAmounts(List<RuleViolation> faults) {
        faults.forEach(fault -> amounts.merge(Place.of(fault), fault.amount(), Long::sum));
    }

    /** Returns whether the rule is broken by more in that place than in this timetable. */
    boolean isWorse(RuleViolation fault) {
        return fault.amount() > amounts.getOrDefault(Place.of(fault), 0L);
    }
}
