package dk.grundskema.solver.moves;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.TimeSlots;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Index of which times overlap. The possible times of groups are numbered from 0 and sets of them are bit sets, so that
 * the common free time of several people is computed with a few word operations. Times at the same minutes of the same
 * dates share a number if the same lessons may be missed.
 */
final class TimeOverlapIndex {
    /** Dates and minutes, and which lessons students may miss. */
    private record Time(LongBuffer spots, boolean isExcused, Set<LessonId> inside) {}

    private static final int[] NONE = {};

    private final Blueprint blueprint;
    private final TimeSlots spots;
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

    /** @param sessions the sessions whose times are numbered */
    TimeOverlapIndex(Blueprint blueprint, int[] sessions) {
        this.blueprint = blueprint;
        this.spots = blueprint.spots();
        this.timeOf = new int[blueprint.sessions().size()][];
        Arrays.fill(timeOf, NONE);
        for (int session : sessions) {
            Session one = blueprint.sessions().get(session);
            timeOf[session] = Arrays.stream(spots.of()[session])
                    .mapToInt(some -> registerTime(some, new Time(timeKey(some), one.excuse() != null, one.inside())))
                    .toArray();
        }
        sortByStart();
        this.ofLesson = new long[blueprint.problem().lessons().size()][];
        this.ofSession = new long[timeOf.length][][];
        for (int session = 0; session < timeOf.length && sessions.length > 0; session++) {
            ofSession[session] = Arrays.stream(spots.of()[session])
                    .map(this::overlapsOfSpots)
                    .toArray(long[][]::new);
        }
    }

    private int registerTime(int[] some, Time time) {
        Integer known = numbers.putIfAbsent(time, times.size());
        if (known != null) {
            return known;
        }
        times.add(time);
        examples.add(some);
        return times.size() - 1;
    }

    private LongBuffer timeKey(int[] some) {
        long[] signs = new long[2 * some.length];
        for (int i = 0; i < some.length; i++) {
            signs[2 * i] = spots.start()[some[i]];
            signs[2 * i + 1] = spots.end()[some[i]];
        }
        return LongBuffer.wrap(signs);
    }

    /** Sorts the dates of all times by start, as pairs of spot and time number. */
    private void sortByStart() {
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

    /** Returns the number of words in a set of times. */
    int wordCount() {
        return (times.size() + 63) / 64;
    }

    /** Returns the number of the time of a session's choice; only for sessions with numbered times. */
    int timeNumber(int session, int choice) {
        return timeOf[session][choice];
    }

    /** Whether a session's times are numbered. */
    boolean isNumbered(int session) {
        return timeOf[session].length > 0;
    }

    /** Whether a set contains a time. */
    static boolean contains(long[] set, int time) {
        return (set[time >> 6] & 1L << time) != 0;
    }

    /** Adds times to a set. */
    static void addAll(long[] set, long[] others) {
        for (int word = 0; word < set.length; word++) {
            set[word] |= others[word];
        }
    }

    /** Removes times from a set. */
    static void removeAll(long[] set, long[] others) {
        for (int word = 0; word < set.length; word++) {
            set[word] &= ~others[word];
        }
    }

    /** Returns the minute of the day, in UTC, at which a time starts. */
    int minuteOfDay(int time) {
        int[] example = examples.get(time);
        return example.length == 0 ? 0 : (int) Math.floorMod(spots.start()[example[0]], 24L * 60);
    }

    /** Returns a number for the weekday of a time's first date, 0 to 6. */
    int weekday(int time) {
        int[] example = examples.get(time);
        return example.length == 0 ? 0 : Math.floorMod(spots.day()[example[0]], 7);
    }

    /** Returns the times that overlap a session at one of its choices; do not modify the array. */
    long[] overlapsOf(int session, int choice) {
        return ofSession[session][choice];
    }

    private long[] overlapsOfSpots(int[] some) {
        LongBuffer dates = timeKey(some);
        return rows.computeIfAbsent(dates, fresh -> {
            long[] row = new long[wordCount()];
            for (int spot : some) {
                markOverlaps(row, spots.start()[spot], spots.end()[spot]);
            }
            return row;
        });
    }

    private void markOverlaps(long[] row, long start, long end) {
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

    /** Adds the times that overlap a lesson. */
    void addLesson(long[] set, int lesson) {
        addAll(set, timesOfLesson(lesson));
    }

    private long[] timesOfLesson(int lesson) {
        if (ofLesson[lesson] == null) {
            ofLesson[lesson] = overlapsOfSpots(spots.lessons()[lesson]);
        }
        return ofLesson[lesson];
    }

    /** Adds the times that overlap a lesson that a student may not miss. */
    void addLessonOfStudent(long[] set, int lesson) {
        Lesson one = blueprint.problem().lessons().get(lesson);
        long[] row = timesOfLesson(lesson);
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

    /** Adds the times at which a person or room is unavailable. */
    void addUnavailable(long[] set, Availability availability) {
        for (Interval interval :
                availability.unavailableIntervals(blueprint.problem().horizon())) {
            markOverlaps(set, interval.start(), interval.end());
        }
    }
}
