package dk.grundskema.solver.score;

import dk.grundskema.domain.people.Student;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What rules that have to see everything at once charge for one student. Searching mostly goes there and back: what was charged for a set of
 * duties is remembered by the set's hash, and the duties are laid in order only when that isn't known.
 */
final class WholeStudentLine {
    private static final int REMEMBERED = 64;

    private final Student student;
    private final int[] lessons;
    private final WholeCosts whole;
    private final long[] random;
    private final int[] numbers;
    private final long[] costs;
    private final List<int[]> held = new ArrayList<>();
    private final long[] hashes = new long[REMEMBERED];
    private final long[] @Nullable [] remembered = new long[REMEMBERED][];
    private long hash;

    /**
     * @param lessons spots of the student's own lessons
     * @param random  a random number for each spot
     */
    WholeStudentLine(Student student, int[] lessons, WholeCosts whole, long[] random) {
        this.student = student;
        this.lessons = lessons;
        this.whole = whole;
        this.random = random;
        this.numbers = whole.numbers();
        this.costs = new long[numbers.length];
    }

    void clear() {
        held.clear();
        hash = 0;
        Arrays.fill(costs, 0);
    }

    /** A session's spots are there, or no longer if the sign is -1. */
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

    void settle(DutyList list, SumCharge charge, Penalties penalties) {
        int place = (int) (hash ^ (hash >>> 32)) & (REMEMBERED - 1);
        long[] known = remembered[place];
        if (known == null || hashes[place] != hash) {
            known = whole.of(student, spots(), list, charge);
            remembered[place] = known;
            hashes[place] = hash;
        }
        for (int i = 0; i < costs.length; i++) {
            penalties.add(numbers[i], known[i] - costs[i]);
            costs[i] = known[i];
        }
    }

    private int[] spots() {
        return IntStream.concat(Arrays.stream(lessons), held.stream().flatMapToInt(Arrays::stream))
                .sorted()
                .distinct()
                .toArray();
    }
}
