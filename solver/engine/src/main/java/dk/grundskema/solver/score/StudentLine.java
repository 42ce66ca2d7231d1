package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import java.util.Arrays;
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
    private final int[] dayOfSpot;
    private final long[] costs;
    private final long[] hashes = new long[REMEMBERED];
    private final long[] @Nullable [] remembered = new long[REMEMBERED][];
    private long hash;

    StudentLine(int number, Student student, OwnerRules rules, int[] dayOfSpot) {
        this.number = number;
        this.student = student;
        this.rules = rules;
        this.dayOfSpot = dayOfSpot;
        this.costs = new long[rules.horizon().size() + rules.day().size()];
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
            int rule = i < rules.horizon().size()
                    ? rules.horizonNumber()[i]
                    : rules.dayNumber()[i - rules.horizon().size()];
            penalties.add(rule, known[i] - costs[i]);
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
        int horizon = rules.horizon().size();
        for (int i = 0; i < horizon; i++) {
            charge.total = 0;
            rules.horizon().get(i).cost().of(list, charge);
            fresh[i] = charge.total;
        }
        for (int from = 0; from < spots.length && !rules.day().isEmpty(); ) {
            int until = from;
            while (until < spots.length && dayOfSpot[spots[until]] == dayOfSpot[spots[from]]) {
                until++;
            }
            list.window(from, until);
            for (int i = 0; i < rules.day().size(); i++) {
                charge.total = 0;
                rules.day().get(i).cost().of(list, charge);
                fresh[horizon + i] += charge.total;
            }
            from = until;
        }
        return fresh;
    }
}
