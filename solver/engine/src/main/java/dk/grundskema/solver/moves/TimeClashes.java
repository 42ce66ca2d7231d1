package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Spots;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which times share a minute with which. The times at which groups may be held are numbered from 0; sets of them are bits, so that the free
 * time of several people is found by combining a few words. Times of equal dates and minutes have one number if the same lessons may be missed.
 */
final class TimeClashes {
    /** Dates and minutes, and what students may miss then. */
    private record Time(LongBuffer spots, boolean isExcused, Set<LessonId> inside) {}

    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final Spots spots;
    private final int[][] timeOf;
    private final List<Time> times = new ArrayList<>();
    private final Map<Time, Integer> numbers = new HashMap<>();
    private final List<int[]> examples = new ArrayList<>();
    private final Map<LongBuffer, long[]> rows = new HashMap<>();
    private long[] starts = new long[0];
    private long[] longest = new long[0];
    private List<int[]> byStart = List.of();
    private final long[][] ofLesson;
    private final long[][][] ofSession;

    /**
     * @param sessions the sessions whose times are numbered
     */
    TimeClashes(Blueprint blueprint, int[] sessions) {
        this.blueprint = blueprint;
        this.spots = blueprint.spots();
        this.timeOf = new int[blueprint.sessions().size()][];
        Arrays.fill(timeOf, NONE);
        for (int session : sessions) {
            Session one = blueprint.sessions().get(session);
            timeOf[session] = Arrays.stream(spots.of()[session])
                    .mapToInt(some -> number(some, new Time(dates(some), one.excuse() != null, one.inside())))
                    .toArray();
        }
        sort();
        this.ofLesson = new long[blueprint.problem().lessons().size()][];
        this.ofSession = new long[timeOf.length][][];
        for (int session = 0; session < timeOf.length && sessions.length > 0; session++) {
            ofSession[session] =
                    Arrays.stream(spots.of()[session]).map(this::row).toArray(long[][]::new);
        }
    }

    private int number(int[] some, Time time) {
        Integer known = numbers.putIfAbsent(time, times.size());
        if (known != null) {
            return known;
        }
        times.add(time);
        examples.add(some);
        return times.size() - 1;
    }

    private LongBuffer dates(int[] some) {
        long[] signs = new long[2 * some.length];
        for (int i = 0; i < some.length; i++) {
            signs[2 * i] = spots.start()[some[i]];
            signs[2 * i + 1] = spots.end()[some[i]];
        }
        return LongBuffer.wrap(signs);
    }

    /** Dates of all times in order of their starts: spot and number of the time. */
    private void sort() {
        var all = new ArrayList<int[]>();
        for (int time = 0; time < examples.size(); time++) {
            for (int spot : examples.get(time)) {
                all.add(new int[] {spot, time});
            }
        }
        all.sort(Comparator.comparingLong(one -> spots.start()[one[0]]));
        byStart = all;
        starts = all.stream().mapToLong(one -> spots.start()[one[0]]).toArray();
        longest = new long[starts.length];
        for (int i = 0; i < starts.length; i++) {
            longest[i] = Math.max(i == 0 ? 0 : longest[i - 1], spots.end()[all.get(i)[0]]);
        }
    }

    /** How many words a set of times has. */
    int words() {
        return (times.size() + 63) / 64;
    }

    /** Number of a session's time at one of its choices; only for the sessions whose times are numbered. */
    int time(int session, int choice) {
        return timeOf[session][choice];
    }

    /** Whether a session's times are numbered. */
    boolean isNumbered(int session) {
        return timeOf[session].length > 0;
    }

    /** Whether a time is in a set of times. */
    static boolean has(long[] set, int time) {
        return (set[time >> 6] & 1L << time) != 0;
    }

    /** Adds times to a set. */
    static void with(long[] set, long[] others) {
        for (int word = 0; word < set.length; word++) {
            set[word] |= others[word];
        }
    }

    /** Takes times out of a set. */
    static void without(long[] set, long[] others) {
        for (int word = 0; word < set.length; word++) {
            set[word] &= ~others[word];
        }
    }

    /** Minute of the day at which a time starts. */
    int minute(int time) {
        int[] example = examples.get(time);
        return example.length == 0 ? 0 : (int) Math.floorMod(spots.start()[example[0]], 24L * 60);
    }

    /** Weekday of a time's first date, 0 to 6. */
    int weekday(int time) {
        int[] example = examples.get(time);
        return example.length == 0 ? 0 : Math.floorMod(spots.day()[example[0]], 7);
    }

    /** Times that share a minute with any session at one of its choices; not to be changed. */
    long[] of(int session, int choice) {
        return ofSession[session][choice];
    }

    private long[] row(int[] some) {
        LongBuffer dates = dates(some);
        return rows.computeIfAbsent(dates, fresh -> {
            long[] row = new long[words()];
            for (int spot : some) {
                mark(row, spots.start()[spot], spots.end()[spot]);
            }
            return row;
        });
    }

    private void mark(long[] row, long start, long end) {
        int place = Arrays.binarySearch(starts, end);
        place = place < 0 ? -place - 1 : place;
        while (place > 0 && starts[place - 1] >= end) {
            place--;
        }
        for (int i = place - 1; i >= 0 && longest[i] > start; i--) {
            int[] one = byStart.get(i);
            if (spots.end()[one[0]] > start) {
                row[one[1] >> 6] |= 1L << one[1];
            }
        }
    }

    /** Adds the times at which a lesson is held. */
    void addLesson(long[] set, int lesson) {
        with(set, ofLesson(lesson));
    }

    private long[] ofLesson(int lesson) {
        if (ofLesson[lesson] == null) {
            ofLesson[lesson] = row(spots.lessons()[lesson]);
        }
        return ofLesson[lesson];
    }

    /** Adds the times at which a student may not miss a lesson. */
    void addLessonOfStudent(long[] set, int lesson) {
        Lesson one = blueprint.problem().lessons().get(lesson);
        long[] row = ofLesson(lesson);
        for (int word = 0; word < set.length; word++) {
            for (long bits = row[word]; bits != 0; bits &= bits - 1) {
                Time time = times.get((word << 6) + Long.numberOfTrailingZeros(bits));
                boolean isMissed =
                        time.inside().contains(one.id()) || (time.isExcused() && one.kind() == Lesson.Kind.TEACHING);
                if (!isMissed) {
                    set[word] |= Long.lowestOneBit(bits);
                }
            }
        }
    }

    /** Adds the times at which somebody or a room isn't there. */
    void addUnavailable(long[] set, Availability availability) {
        for (Interval interval : availability.unavailable(blueprint.problem().horizon())) {
            mark(set, interval.start(), interval.end());
        }
    }
}
