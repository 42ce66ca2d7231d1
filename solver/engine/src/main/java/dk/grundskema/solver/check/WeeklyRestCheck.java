package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.WorkRules;
import java.util.ArrayList;
import java.util.List;

/** Checks the weekly rest. Duties separated by less than a weekly rest form a run, and no run may exceed seven days less that rest. */
final class WeeklyRestCheck implements CoreCheck {
    /** Minutes within which the rest is required. */
    static final long PERIOD = 7 * 24 * 60;

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            WorkRules rules = plan.workRules(person);
            List<Duty> work = plan.timelines().workOf(person.id());
            for (DutyRun run : runsBetweenWeeklyRests(work, rules)) {
                long over = run.minutesOver(rules.longestWeeklyRun());
                if (over <= 0) {
                    continue;
                }
                long missing = run.missingRest(work, PERIOD, rules.weeklyRestMinutes());
                faults.hard(
                        "core.weekly-rest",
                        over,
                        person.id(),
                        plan.toLocalDateTime(run.start()),
                        plan.toLocalDateTime(run.end()),
                        Figure.ofMinutes(rules.weeklyRestMinutes() - missing),
                        Figure.ofMinutes(rules.weeklyRestMinutes()),
                        Figure.ofMinutes(missing));
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
