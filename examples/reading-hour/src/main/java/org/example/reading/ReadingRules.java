package org.example.reading;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.List;

/** What makes reading hours good. */
final class ReadingRules {
    static final RuleType TWICE_A_DAY = RuleType.hard("reading-hour.twice-a-day", RuleType.OURS);

    private ReadingRules() {}

    /** Each hour adds 1 to its weekday; all but the first of a weekday cost 1. */
    static List<Rule> of(Intervention<ReadingParameters> intervention, Problem problem, Demand demand) {
        return List.of(SumRule.sum(TWICE_A_DAY)
                .overPlacements((session, time, host, amounts) -> amounts.add(time.weekday(), 1))
                .cost((weekday, hours) -> Math.max(0, hours - 1)));
    }
}
