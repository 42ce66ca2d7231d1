package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.WorkRules;
import java.util.ArrayList;
import java.util.List;

/** Checks the weekly rest. Duties separated by less than a weekly rest form a run, and no run may exceed seven days less that rest. */
final class WeeklyRestCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            WorkRules rules = plan.workRules(person);
            for (DutyRun run : runsBetweenWeeklyRests(plan.timelines().workOf(person.id()), rules)) {
                long over = run.minutesOver(rules.longestWeeklyRun());
                faults.hard(
                        "core.weekly-rest",
                        over,
                        person.id(),
                        plan.toLocalDateTime(run.start()),
                        plan.toLocalDateTime(run.end()),
                        Figure.ofMinutes(run.longestRest()),
                        Figure.ofMinutes(rules.weeklyRestMinutes()),
                        Figure.ofMinutes(Math.min(over, rules.weeklyRestMinutes() - run.longestRest())));
            }
        }
    }

    /** Splits work into runs that are separated by a weekly rest. */
    static List<DutyRun> runsBetweenWeeklyRests(List<Duty> duties, WorkRules rules) {
        var runs = new ArrayList<DutyRun>();
        for (Duty next : duties) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().restBefore(next) < rules.weeklyRestMinutes();
            runs.add(goesOn ? runs.removeLast().with(next) : DutyRun.of(next));
        }
        return runs;
    }
}
