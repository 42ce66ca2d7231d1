package dk.grundskema.solver.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In which segments each time of a student lies. Immutable, shared by all searches. */
final class TimePlaces {
    /** Numbers of a table for each time in it; a table with more is not made. */
    private static final long MOST_NUMBERS_PER_TIME = 8;

    private final int[] times;
    private final int[][] places;
    private final int @Nullable [] @Nullable [] table;

    /**
     * @param times numbers of the times, in ascending order
     * @param places for each of these times, pairs: a segment that contains part of it, and which of the time's spots lies there
     */
    TimePlaces(int[] times, int[][] places) {
        this.times = times;
        this.places = places;
        long numbers = times.length == 0 ? 0 : (long) times[times.length - 1] - times[0] + 1;
        this.table = numbers > MOST_NUMBERS_PER_TIME * times.length ? null : new int[(int) numbers][];
        for (int i = 0; i < times.length && table != null; i++) {
            table[times[i] - times[0]] = places[i];
        }
    }

    /** Returns the pairs of a time. */
    int[] of(int time) {
        int[] known = table == null ? null : table[time - times[0]];
        return known == null ? places[Arrays.binarySearch(times, time)] : known;
    }
}
