package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the timeline rules charge for one student. A student's duties change in whole groups of sessions, and mostly back
 * again: only the hash of the duties is kept up to date; the duties themselves are gathered when their charges aren't known.
 */
final class StudentLine {
    private static final int REMEMBERED = 64;

    /** Gives the spots of a student as they stand. */
    interface Gathering {
        /** The student's spots in any order, facts included. */
        int[] spots(int student);
    }

    private final int number;
    private final Student student;
    private final OwnerRules rules;
    private final int[] numbers;
    private final CompiledRules.Lines lines;
    private final long[] costs;
    private final long[] hashes = new long[REMEMBERED];
    private final long[] @Nullable [] remembered = new long[REMEMBERED][];
    private long hash;

    StudentLine(int number, Student student, CompiledRules.Lines lines) {
        this.number = number;
        this.student = student;
        this.lines = lines;
        this.rules = lines.student();
        this.numbers = Stream.of(rules.horizon(), rules.day(), rules.week())
                .flatMapToInt(set -> Arrays.stream(set.numbers()))
                .toArray();
        this.costs = new long[numbers.length];
    }

    void clear() {
        hash = 0;
        Arrays.fill(costs, 0);
    }

    void change(long by) {
        hash += by;
    }

    void settle(Gathering gathering, DutyList list, SumCharge charge, Penalties penalties) {
        int place = (int) (hash ^ (hash >>> 32)) & (REMEMBERED - 1);
        long[] known = remembered[place];
        if (known == null || hashes[place] != hash) {
            known = costs(gathering.spots(number), list, charge);
            remembered[place] = known;
            hashes[place] = hash;
        }
        for (int i = 0; i < costs.length; i++) {
            penalties.add(numbers[i], known[i] - costs[i]);
            costs[i] = known[i];
        }
    }

    private long[] costs(int[] gathered, DutyList list, SumCharge charge) {
        int[] spots = Arrays.stream(gathered).sorted().distinct().toArray();
        list.begin(student, true);
        for (int spot : spots) {
            list.add(spot, 1);
        }
        long[] fresh = new long[costs.length];
        charge(rules.horizon(), fresh, 0, list, charge);
        int days = rules.horizon().size();
        charge(rules.day(), lines.days(), spots, fresh, days, list, charge);
        charge(rules.week(), lines.weeks(), spots, fresh, days + rules.day().size(), list, charge);
        return fresh;
    }

    private static void charge(RuleSet some, long[] fresh, int place, DutyList list, SumCharge charge) {
        for (int i = 0; i < some.size(); i++) {
            charge.total = 0;
            some.rules().get(i).cost().of(list, charge);
            fresh[place + i] += charge.total;
        }
    }

    private static void charge(
            RuleSet some,
            CompiledRules.Windows windows,
            int[] spots,
            long[] fresh,
            int place,
            DutyList list,
            SumCharge charge) {
        for (int from = 0; from < spots.length && !some.isEmpty(); ) {
            int until = from;
            while (until < spots.length && windows.ofSpot()[spots[until]] == windows.ofSpot()[spots[from]]) {
                until++;
            }
            list.window(from, until);
            charge(some, fresh, place, list, charge);
            from = until;
        }
    }
}
