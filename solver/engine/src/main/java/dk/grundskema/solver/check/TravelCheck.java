package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import java.util.List;

/** Checks that there is enough time between two duties to travel between their sites. */
final class TravelCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            List<Duty> duties = plan.timelines().of(person.id());
            for (int i = 1; i < duties.size(); i++) {
                Duty from = duties.get(i - 1);
                Duty to = duties.get(i);
                long missing = missing(plan, from, to);
                if (missing > 0) {
                    long pause = to.start() - from.end();
                    faults.hard(
                            "core.travel-time",
                            missing,
                            person.id(),
                            to.date(),
                            Figure.ofMinutes(pause),
                            Figure.ofMinutes(pause + missing));
                }
            }
        }
    }

    /** Returns the minutes that are missing between two consecutive duties; 0 or less if none are. */
    static long missing(CheckedPlan plan, Duty from, Duty to) {
        boolean inTurn = to.start() >= from.end();
        if (!inTurn || (from.isFact() && to.isFact())) {
            return 0;
        }
        return plan.problem().travelMinutes(from.site(), to.site()) - (to.start() - from.end());
    }
}
