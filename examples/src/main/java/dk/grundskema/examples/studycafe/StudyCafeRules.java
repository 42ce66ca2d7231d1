package dk.grundskema.examples.studycafe;

import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;

/** What makes a café a good one. */
final class StudyCafeRules {
    static final RuleType SAME_DAY = RuleType.hard("study-cafe.twice-a-day", RuleType.OURS);
    static final RuleType UNQUALIFIED = RuleType.medium("study-cafe.unqualified-tutor", 30, RuleType.OURS);
    static final RuleType MANY_TUTORS = RuleType.soft("study-cafe.many-tutors", 5, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(SAME_DAY, UNQUALIFIED, MANY_TUTORS);

    private StudyCafeRules() {}

    static List<Rule> of(StudyCafeParameters cafe, Demand demand) {
        return List.of(twiceADay(demand), unqualifiedTutor(cafe, demand), manyTutors(demand));
    }

    /** A weekday has one café; each further one costs 1. */
    private static Rule twiceADay(Demand demand) {
        return sum(SAME_DAY)
                .overPlacements((session, time, host, entries) -> {
                    if (demand.sessions().contains(session)) {
                        entries.add(time.weekday(), 1);
                    }
                })
                .cost((weekday, cafes) -> Math.max(0, cafes - 1));
    }

    /** A tutor without the skill costs 1; only a lock puts one there. */
    private static Rule unqualifiedTutor(StudyCafeParameters cafe, Demand demand) {
        return perSession(UNQUALIFIED, demand.sessions(), (scope, view, charge) -> {
            for (int seat = 0; seat < view.seats(0) && view.time(0) != null; seat++) {
                var tutor = view.holder(0, seat);
                if (tutor != null && !StudyCafeDemand.isQualified(tutor, cafe)) {
                    charge.add(1, ((Session) scope.key()).id(), tutor.id());
                }
            }
        });
    }

    /** Each tutor of a café costs 1, so that one is better than two. */
    private static Rule manyTutors(Demand demand) {
        return sum(MANY_TUTORS)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (demand.sessions().contains(session)) {
                        entries.add(holder.id(), 1);
                    }
                })
                .cost((tutor, cafes) -> cafes > 0 ? 1 : 0);
    }
}
