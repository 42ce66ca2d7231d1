package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.score.StudentSegments.Segment;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The charges of the timeline rules for one student beyond the cost of the student's own lessons. Stores only the
 * student's current sessions, per segment; the lessons are in the shared segments.
 */
final class StudentTimeline {
    private static final int CACHE_SIZE = 1 << 10;
    /** An odd multiplier far from the powers of two, so that adjacent keys are cached in distant places. */
    private static final int HASH_MULTIPLIER = 0x9e3779b9;

    private static final int[] NO_SESSIONS = {};

    private final Student student;
    private final StudentSegments studentSegments;
    private final List<Rule> rules;
    private final long[] base;
    private final int[][] held;
    private final int[] counts;
    private final long[] costs;
    private final DirtyIndexSet dirty;
    private final @Nullable AllDutiesStudentTimeline whole;
    private final long[] alone;
    private final long[] aloneSettled;
    private final int[] aloneKeys;
    private final long[] aloneCosts;
    private final CostLog log;

    /**
     * @param base cost of the segments with lessons alone; empty if all are 0
     * @param whole charges of the rules that must see all duties; {@code null} if there are none
     */
    StudentTimeline(
            Student student,
            StudentSegments studentSegments,
            List<Rule> rules,
            long[] base,
            @Nullable AllDutiesStudentTimeline whole,
            CostLog log) {
        this.log = log;
        this.student = student;
        this.studentSegments = studentSegments;
        this.rules = rules;
        this.base = base;
        this.whole = whole;
        this.held = new int[studentSegments.segments().length][];
        Arrays.fill(held, NO_SESSIONS);
        this.counts = new int[held.length];
        this.costs = new long[studentSegments.costs()];
        this.dirty = new DirtyIndexSet(held.length);
        this.alone = new long[studentSegments.alone().length];
        this.aloneSettled = new long[alone.length];
        this.aloneKeys = new int[alone.length == 0 ? 0 : CACHE_SIZE];
        this.aloneCosts = new long[aloneKeys.length * alone.length];
        Arrays.fill(aloneKeys, -1);
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(costs, 0);
        Arrays.fill(alone, 0);
        Arrays.fill(aloneSettled, 0);
        dirty.clear();
        if (whole != null) {
            whole.clear();
        }
    }

    /**
     * Adds a session to the student's duties, or removes it if the sign is -1.
     *
     * @param part number of the session's choice, and of which of its weeks
     * @param time number of the time that the spots form
     * @param spots the spots of the session, in order
     */
    void change(int part, int time, int[] spots, int sign, DutyList list, SummingPenaltyCollector charge) {
        int[] places = studentSegments.places().of(time);
        for (int i = 0; i < places.length; i += 2) {
            int segment = places[i];
            if (sign > 0) {
                insert(segment, spots[places[i + 1]]);
            } else {
                remove(segment, spots[places[i + 1]]);
            }
            dirty.mark(segment);
        }
        if (alone.length > 0) {
            int place = alone(part, spots, list, charge);
            for (int i = 0; i < alone.length; i++) {
                alone[i] += sign * aloneCosts[place + i];
            }
        }
        if (whole != null) {
            whole.change(spots, sign);
        }
    }

    private void insert(int segment, int spot) {
        int count = counts[segment];
        if (count == held[segment].length) {
            held[segment] = Arrays.copyOf(held[segment], 2 * count + 2);
        }
        int[] spots = held[segment];
        int place = count;
        while (place > 0 && spots[place - 1] > spot) {
            spots[place] = spots[place - 1];
            place--;
        }
        spots[place] = spot;
        counts[segment] = count + 1;
    }

    private void remove(int segment, int spot) {
        int[] spots = held[segment];
        int place = 0;
        while (spots[place] != spot) {
            place++;
        }
        counts[segment]--;
        System.arraycopy(spots, place + 1, spots, place, counts[segment] - place);
    }

    /** Returns where the charges of rules that look at each duty separately are cached for a session. */
    private int alone(int part, int[] spots, DutyList list, SummingPenaltyCollector charge) {
        int place = (part * HASH_MULTIPLIER) >>> (Integer.SIZE - 10);
        if (aloneKeys[place] != part) {
            list.begin(student, true);
            for (int spot : spots) {
                list.add(spot, 1);
            }
            for (int i = 0; i < alone.length; i++) {
                aloneCosts[place * alone.length + i] = cost(studentSegments.alone()[i], list, charge);
            }
            aloneKeys[place] = part;
        }
        return place * alone.length;
    }

    private long cost(int rule, DutyList list, SummingPenaltyCollector charge) {
        charge.total = 0;
        ((TimelineRule) rules.get(rule)).cost().charge(list, charge);
        return charge.total;
    }

    void settle(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            settle(dirty.get(i), list, charge, penalties);
        }
        dirty.clear();
        for (int i = 0; i < alone.length; i++) {
            penalties.add(studentSegments.alone()[i], alone[i] - aloneSettled[i]);
            log.set(aloneSettled, i, alone[i]);
        }
        if (whole != null) {
            whole.settle(list, charge, penalties);
        }
    }

    private void settle(int number, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        Segment segment = studentSegments.segments()[number];
        boolean isHeld = counts[number] > 0;
        if (isHeld) {
            fill(segment.lessons(), held[number], counts[number], list);
        }
        for (int i = 0; i < segment.rules().length; i++) {
            int place = segment.offset() + i;
            long cost = 0;
            if (isHeld) {
                cost = segment.times() * cost(segment.rules()[i], list, charge) - (base.length == 0 ? 0 : base[place]);
            }
            penalties.add(segment.rules()[i], cost - costs[place]);
            log.set(costs, place, cost);
        }
    }

    /** Forgets which segments changed. */
    void forgetChanges() {
        dirty.clear();
    }

    private void fill(int[] lessons, int[] spots, int count, DutyList list) {
        list.begin(student, true);
        int next = 0;
        for (int i = 0; i < count; i++) {
            while (next < lessons.length && lessons[next] < spots[i]) {
                list.add(lessons[next++], 1);
            }
            list.add(spots[i], 1);
        }
        while (next < lessons.length) {
            list.add(lessons[next++], 1);
        }
    }
}
