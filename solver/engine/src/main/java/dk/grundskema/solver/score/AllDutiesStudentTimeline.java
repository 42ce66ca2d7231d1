package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The charges for one student of the rules that must see all duties at once. Charges are cached by a hash of the set of
 * duties, because the same sets recur; the duties are sorted only on a cache miss.
 */
final class AllDutiesStudentTimeline {
    private static final int CACHE_SIZE = 64;

    private final Student student;
    private final int[] lessons;
    private final AllDutiesCosts whole;
    private final long[] random;
    private final int[] numbers;
    private final long[] costs;
    private final CostLog log;
    private final List<int[]> held = new ArrayList<>();
    private final long[] hashes = new long[CACHE_SIZE];
    private final long[] @Nullable [] cache = new long[CACHE_SIZE][];
    private long hash;

    /**
     * @param lessons spots of the student's own lessons
     * @param random a random number for each spot
     */
    AllDutiesStudentTimeline(Student student, int[] lessons, AllDutiesCosts whole, long[] random, CostLog log) {
        this.log = log;
        this.student = student;
        this.lessons = lessons;
        this.whole = whole;
        this.random = random;
        this.numbers = whole.ruleNumbers();
        this.costs = new long[numbers.length];
    }

    void clear() {
        held.clear();
        hash = 0;
        Arrays.fill(costs, 0);
    }

    /** Adds a session's spots, or removes them if the sign is -1. */
    void change(int[] spots, int sign) {
        if (sign > 0) {
            held.add(spots);
        } else {
            held.remove(indexOf(spots));
        }
        for (int spot : spots) {
            hash += sign * random[spot];
        }
    }

    private int indexOf(int[] spots) {
        int place = 0;
        while (!Arrays.equals(held.get(place), spots)) {
            place++;
        }
        return place;
    }

    void settle(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        int place = (int) (hash ^ (hash >>> 32)) & (CACHE_SIZE - 1);
        long[] known = cache[place];
        if (known == null || hashes[place] != hash) {
            known = whole.costsOf(student, allSpots(), list, charge);
            cache[place] = known;
            hashes[place] = hash;
        }
        for (int i = 0; i < costs.length; i++) {
            penalties.add(numbers[i], known[i] - costs[i]);
            log.set(costs, i, known[i]);
        }
    }

    private int[] allSpots() {
        return IntStream.concat(Arrays.stream(lessons), held.stream().flatMapToInt(Arrays::stream))
                .sorted()
                .distinct()
                .toArray();
    }
}
