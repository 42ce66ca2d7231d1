package org.example.studycafe;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.List;

/** What makes a café a good one: a rule of each shape. */
final class StudyCafeRules {
    /** How long a tutor may wait for the café without anybody minding. */
    static final int WAIT_MINUTES = 30;

    private static final RuleType TWICE = RuleType.hard("study-cafe.twice-a-day", RuleType.OURS);
    private static final RuleType UNQUALIFIED = RuleType.medium("study-cafe.unqualified-tutor", 1, RuleType.OURS);
    private static final RuleType WAIT = RuleType.soft("study-cafe.long-wait", 1, RuleType.OURS);

    static final List<RuleType> TYPES = List.of(TWICE, UNQUALIFIED, WAIT);

    private StudyCafeRules() {}

    static List<Rule> of(Intervention<StudyCafeParameters> intervention, Problem problem, Demand demand) {
        return List.of(
                twiceADay(),
                unqualifiedTutor(intervention.parameters(), demand),
                longWait(intervention.id()));
    }

    /** A sum: each café adds 1 to its weekday; all but the first of a weekday cost 1. */
    private static Rule twiceADay() {
        return SumRule.sum(TWICE)
                .overPlacements((session, time, host, entries) -> entries.add(time.weekday(), 1))
                .cost((weekday, cafes) -> Math.max(0, cafes - 1));
    }

    /** A local rule: one session at a time. A tutor without the skill costs 1; only a lock can put one there. */
    private static Rule unqualifiedTutor(StudyCafeParameters cafe, Demand demand) {
        return LocalRule.perSession(UNQUALIFIED, demand.sessions(), (scope, view, charge) -> {
            for (int seat = 0; seat < view.seatCount(0) && view.time(0) != null; seat++) {
                StaffMember tutor = view.holder(0, seat);
                if (tutor != null && !StudyCafeExpansion.isQualified(tutor, cafe)) {
                    charge.add(1, ((Session) scope.key()).id(), tutor.id());
                }
            }
        });
    }

    /** A timeline: one person's day. Each minute beyond half an hour between the duty before and the café costs 1. */
    private static Rule longWait(InterventionId cafe) {
        return TimelineRule.timeline(WAIT, Owner.STAFF, Window.DAY, (duties, charge) -> {
            for (int duty = 1; duty < duties.size(); duty++) {
                Session session = duties.session(duty);
                if (session != null && session.intervention().equals(cafe)) {
                    long minutes = duties.start(duty) - endBefore(duty, duties) - WAIT_MINUTES;
                    if (minutes > 0) {
                        charge.add(minutes, ((StaffMember) duties.owner()).id(), duties.date(duty));
                    }
                }
            }
        });
    }

    private static long endBefore(int duty, Duties duties) {
        long end = duties.end(0);
        for (int earlier = 1; earlier < duty; earlier++) {
            end = Math.max(end, duties.end(earlier));
        }
        return end;
    }
}
