package dk.grundskema.solver.check;

import dk.grundskema.domain.people.WorkRules;
import java.util.ArrayList;
import java.util.List;

/** Duties with less than a weekly rest between them form a run, and no run is longer than seven days leave beside that rest. */
final class WeeklyRestCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (var person : plan.problem().staff()) {
            WorkRules rules = plan.workRules(person);
            for (Stretch run : runs(plan.timelines().workOf(person.id()), rules)) {
                long over = run.minutesOver(rules.longestWeeklyRun());
                faults.hard("core.weekly-rest", over, person.id(), plan.moment(run.start()), plan.moment(run.end()));
            }
        }
    }

    /** Work by its runs, between which there is always a weekly rest. */
    static List<Stretch> runs(List<Duty> duties, WorkRules rules) {
        var runs = new ArrayList<Stretch>();
        for (Duty next : duties) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().restBefore(next) < rules.weeklyRestMinutes();
            runs.add(goesOn ? runs.removeLast().with(next) : Stretch.of(next));
        }
        return runs;
    }
}
