package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.score.CompiledRules.Windows;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Computes the charges of the rules that must see all duties of a student at once.
 *
 * @param rules the rules
 * @param days the horizon's days
 * @param weeks the horizon's weeks
 */
record AllDutiesCosts(OwnerRules rules, Windows days, Windows weeks) {
    /** Returns the numbers of the rules, in the order of the costs. */
    int[] ruleNumbers() {
        return Stream.of(rules.horizon(), rules.day(), rules.week())
                .flatMapToInt(set -> Arrays.stream(set.numbers()))
                .toArray();
    }

    /** Returns the charge of each rule for the given spots, which are in order and without duplicates. */
    long[] costsOf(Student student, int[] spots, DutyList list, SummingPenaltyCollector charge) {
        list.begin(student, true);
        for (int spot : spots) {
            list.add(spot, 1);
        }
        int afterDays = rules.horizon().size() + rules.day().size();
        long[] costs = new long[afterDays + rules.week().size()];
        addCharges(rules.horizon(), costs, 0, list, charge);
        addCharges(rules.day(), days, spots, costs, rules.horizon().size(), list, charge);
        addCharges(rules.week(), weeks, spots, costs, afterDays, list, charge);
        return costs;
    }

    private static void addCharges(
            RuleSet some, long[] costs, int place, DutyList list, SummingPenaltyCollector charge) {
        for (int i = 0; i < some.size(); i++) {
            charge.total = 0;
            some.rules().get(i).cost().charge(list, charge);
            costs[place + i] += charge.total;
        }
    }

    private static void addCharges(
            RuleSet some,
            Windows windows,
            int[] spots,
            long[] costs,
            int place,
            DutyList list,
            SummingPenaltyCollector charge) {
        for (int from = 0; from < spots.length && !some.isEmpty(); ) {
            int until = from;
            while (until < spots.length && windows.ofSpot()[spots[until]] == windows.ofSpot()[spots[from]]) {
                until++;
            }
            list.showWindow(from, until);
            addCharges(some, costs, place, list, charge);
            from = until;
        }
    }
}
