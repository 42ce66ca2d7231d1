package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.score.CompiledRules.Windows;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What rules that have to see everything at once charge for all duties of a student.
 *
 * @param rules the rules
 * @param days  the horizon's days
 * @param weeks the horizon's weeks
 */
record WholeCosts(OwnerRules rules, Windows days, Windows weeks) {
    /** Numbers of the rules, in the order of the costs. */
    int[] numbers() {
        return Stream.of(rules.horizon(), rules.day(), rules.week())
                .flatMapToInt(set -> Arrays.stream(set.numbers()))
                .toArray();
    }

    /** What each rule charges for some spots, which are in order and each there once. */
    long[] of(Student student, int[] spots, DutyList list, SumCharge charge) {
        list.begin(student, true);
        for (int spot : spots) {
            list.add(spot, 1);
        }
        int afterDays = rules.horizon().size() + rules.day().size();
        long[] costs = new long[afterDays + rules.week().size()];
        charge(rules.horizon(), costs, 0, list, charge);
        charge(rules.day(), days, spots, costs, rules.horizon().size(), list, charge);
        charge(rules.week(), weeks, spots, costs, afterDays, list, charge);
        return costs;
    }

    private static void charge(RuleSet some, long[] costs, int place, DutyList list, SumCharge charge) {
        for (int i = 0; i < some.size(); i++) {
            charge.total = 0;
            some.rules().get(i).cost().of(list, charge);
            costs[place + i] += charge.total;
        }
    }

    private static void charge(
            RuleSet some, Windows windows, int[] spots, long[] costs, int place, DutyList list, SumCharge charge) {
        for (int from = 0; from < spots.length && !some.isEmpty(); ) {
            int until = from;
            while (until < spots.length && windows.ofSpot()[spots[until]] == windows.ofSpot()[spots[from]]) {
                until++;
            }
            list.window(from, until);
            charge(some, costs, place, list, charge);
            from = until;
        }
    }
}
