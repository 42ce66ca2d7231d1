package dk.grundskema.solver.score;

import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The charges for one owner of rules that only see duties near each other. Duties are divided into runs at each break that is as long as the rules
 * see; after a change only the runs around it are charged again. In most plans few runs cost anything.
 */
final class NearbyCosts {
    /** Runs that cost something: their first spots, and for each the cost of each rule. Immutable. */
    private record CostlyRuns(int[] spots, long[][] costs) {
        static final CostlyRuns NONE = new CostlyRuns(new int[0], new long[0][]);

        boolean touches(int from, int until) {
            return IntStream.of(spots).anyMatch(spot -> spot >= from && spot < until);
        }
    }

    private final RuleSet rules;
    private final long breakMinutes;
    private final TimeSlots spots;
    private final long longestDuty;
    private final CostLog log;
    private final CostlyRuns[] runs = {CostlyRuns.NONE};
    private int[] changed = new int[8];
    private int changedCount;

    /**
     * @param rules rules over the whole horizon
     * @param breakMinutes the longest break over which one of the rules sees
     * @param longestDuty length of the longest duty of any owner, in minutes
     */
    NearbyCosts(RuleSet rules, long breakMinutes, TimeSlots spots, long longestDuty, CostLog log) {
        this.rules = rules;
        this.breakMinutes = breakMinutes;
        this.spots = spots;
        this.longestDuty = longestDuty;
        this.log = log;
    }

    void clear() {
        runs[0] = CostlyRuns.NONE;
        changedCount = 0;
    }

    void markChanged(int spot) {
        if (changedCount == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changedCount);
        }
        changed[changedCount++] = spot;
    }

    void forgetChanges() {
        changedCount = 0;
    }

    /** Updates the charges around the changed spots. */
    void settle(OccupiedSpots occupied, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        if (changedCount == 0) {
            return;
        }
        int first = Integer.MAX_VALUE;
        int last = -1;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < changedCount; i++) {
            first = Math.min(first, changed[i]);
            last = Math.max(last, changed[i]);
            end = Math.max(end, spots.end()[changed[i]]);
        }
        changedCount = 0;
        int from = startOfRun(first, occupied);
        int until = endOfRun(from, last, end, occupied);
        occupied.fill(list, from, until);
        boolean isFree = true;
        for (int i = 0; i < rules.size() && list.size() > 0; i++) {
            isFree &= cost(i, list, charge) == 0;
        }
        if (!isFree || runs[0].touches(from, until)) {
            replaceRuns(from, until, isFree, list, charge, penalties);
        }
    }

    private long cost(int rule, DutyList list, SummingPenaltyCollector charge) {
        charge.total = 0;
        rules.rules().get(rule).cost().charge(list, charge);
        return charge.total;
    }

    /** Returns the first spot of the run that reaches a spot, whether the duty there is held or not. */
    private int startOfRun(int spot, OccupiedSpots occupied) {
        int from = spot;
        for (int each = occupied.previous(spot - 1);
                each >= 0 && spots.start()[each] + longestDuty > spots.start()[from] - breakMinutes;
                each = occupied.previous(each - 1)) {
            if (spots.end()[each] > spots.start()[from] - breakMinutes) {
                from = each;
            }
        }
        return from;
    }

    /** Returns the first spot after the run that continues from a spot. */
    private int endOfRun(int from, int last, long endOfChanged, OccupiedSpots occupied) {
        long end = endOfChanged;
        int each = occupied.next(from);
        while (each >= 0 && (each <= last || spots.start()[each] < end + breakMinutes)) {
            end = Math.max(end, spots.end()[each]);
            each = occupied.next(each + 1);
        }
        return each < 0 ? spots.count() : each;
    }

    private void replaceRuns(
            int from, int until, boolean isFree, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        CostlyRuns before = runs[0];
        int[] kept = IntStream.range(0, before.spots().length)
                .filter(run -> before.spots()[run] < from || before.spots()[run] >= until)
                .toArray();
        for (int run = 0; run < before.spots().length; run++) {
            if (before.spots()[run] >= from && before.spots()[run] < until) {
                for (int i = 0; i < rules.size(); i++) {
                    penalties.add(rules.numbers()[i], -before.costs()[run][i]);
                }
            }
        }
        var all = IntStream.builder();
        List<long[]> costs = new ArrayList<>();
        for (int run : kept) {
            all.add(before.spots()[run]);
            costs.add(before.costs()[run]);
        }
        for (int start = 0, size = list.size(); start < size && !isFree; ) {
            list.showWindow(0, size);
            int end = endOfRunInList(list, start);
            all.add(list.spot(start));
            list.showWindow(start, end);
            long[] ofRun = new long[rules.size()];
            for (int i = 0; i < rules.size(); i++) {
                ofRun[i] = cost(i, list, charge);
                penalties.add(rules.numbers()[i], ofRun[i]);
            }
            costs.add(ofRun);
            start = end;
        }
        log.set(runs, 0, new CostlyRuns(all.build().toArray(), costs.toArray(long[][]::new)));
    }

    private int endOfRunInList(DutyList list, int start) {
        long end = list.end(start);
        int next = start + 1;
        while (next < list.size() && list.start(next) < end + breakMinutes) {
            end = Math.max(end, list.end(next));
            next++;
        }
        return next;
    }
}
