package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import java.util.List;

/** Checks that no staff member is in two places at once. */
final class ClashCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        var timelines = plan.timelines();
        plan.staff()
                .forEach(person ->
                        checkOwner("core.person-in-two-places", person.id(), timelines.of(person.id()), false, faults));
    }

    /** Reports the forbidden overlaps of an owner's duties. */
    static void checkOwner(String rule, Object owner, List<Duty> duties, boolean isStudent, CoreViolations faults) {
        for (int i = 0; i < duties.size(); i++) {
            Duty earlier = duties.get(i);
            for (Duty later : duties.subList(i + 1, duties.size())) {
                if (later.start() >= earlier.end()) {
                    break;
                }
                long overlap = earlier.forbiddenOverlap(later, isStudent);
                boolean isInOrder = earlier.isBefore(later);
                Figure first = new Figure((isInOrder ? earlier : later).name());
                Figure second = new Figure((isInOrder ? later : earlier).name());
                faults.hard(rule, overlap, owner, later.date(), first, second);
            }
        }
    }
}
