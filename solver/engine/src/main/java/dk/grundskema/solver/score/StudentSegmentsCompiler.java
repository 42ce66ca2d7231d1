package dk.grundskema.solver.score;

import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.score.CompiledRules.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides the time of students with the same lessons and the same possible times into segments, see
 * {@link StudentSegments}.
 */
final class StudentSegmentsCompiler {
    /**
     * Rules that look at the same stretches.
     *
     * @param rules their numbers
     * @param minutes their visibility in minutes; ignored if there are windows
     * @param windows the windows that they look at; {@code null} means the whole horizon
     * @param sessionsOnly whether they ignore lessons
     */
    record RuleLayer(int[] rules, long minutes, @Nullable Windows windows, boolean sessionsOnly) {}

    /**
     * Lessons in identical stretches in which no session may be held.
     *
     * @param lessons their spots in one of the stretches
     * @param times number of identical stretches
     * @param rules numbers of the rules that look at them
     */
    record LessonOnlyStretch(int[] lessons, int times, int[] rules) {}

    private static final int PLACE_BITS = 12;
    private static final int TIME_BITS = 22;

    private final TimeSlots spots;
    private final TimeNumbering numbers;
    private final int[] lessons;
    private final int[] times;
    private final List<StudentSegments.Segment> segments = new ArrayList<>();
    private final List<LessonOnlyStretch> settled = new ArrayList<>();
    private final List<List<Integer>> places;
    private int costs;

    /**
     * @param lessons spots of the students' own lessons, in order
     * @param times numbers of times at which they may take part in a session, in ascending order
     */
    StudentSegmentsCompiler(TimeSlots spots, TimeNumbering numbers, int[] lessons, int[] times) {
        this.spots = spots;
        this.numbers = numbers;
        this.lessons = lessons;
        this.times = times;
        this.places = IntStream.range(0, times.length)
                .<List<Integer>>mapToObj(any -> new ArrayList<>())
                .toList();
    }

    /** Adds the segments of one layer. */
    StudentSegmentsCompiler add(RuleLayer layer) {
        long[] entries = entries(layer.sessionsOnly());
        Map<StretchSignature, Integer> counts = new LinkedHashMap<>();
        Map<StretchSignature, long[]> first = new LinkedHashMap<>();
        for (int from = 0; from < entries.length; ) {
            int until = endOfStretch(entries, from, layer);
            long[] stretch = Arrays.copyOfRange(entries, from, until);
            StretchSignature likeness = signatureOf(stretch);
            first.putIfAbsent(likeness, stretch);
            counts.merge(likeness, 1, Integer::sum);
            from = until;
        }
        first.forEach((likeness, stretch) -> add(stretch, counts.getOrDefault(likeness, 1), layer.rules()));
        return this;
    }

    /** Returns the segments of all added layers, with the students' other rules as given by the caller. */
    StudentSegments createSegments(int[] alone, CompiledRules.OwnerRules rest) {
        return new StudentSegments(
                new TimePlaces(
                        times,
                        places.stream()
                                .map(list -> list.stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray())
                                .toArray(int[][]::new)),
                segments.toArray(StudentSegments.Segment[]::new),
                costs,
                alone,
                rest);
    }

    /** Returns the stretches that contain lessons only. */
    List<LessonOnlyStretch> lessonOnlyStretches() {
        return settled;
    }

    /**
     * Packs lessons and times so that they sort by spot: the spot, then the time's position from 1 (0 for a lesson),
     * then which of the time's spots it is.
     */
    private long[] entries(boolean sessionsOnly) {
        var packed = java.util.stream.LongStream.builder();
        for (int spot : sessionsOnly ? new int[0] : lessons) {
            packed.add((long) spot << (TIME_BITS + PLACE_BITS));
        }
        for (int time = 0; time < times.length; time++) {
            int[] example = numbers.exampleSpots(times[time]);
            for (int place = 0; place < example.length; place++) {
                packed.add(((long) example[place] << (TIME_BITS + PLACE_BITS)) | ((time + 1L) << PLACE_BITS) | place);
            }
        }
        return packed.build().sorted().toArray();
    }

    private static int spot(long entry) {
        return (int) (entry >> (TIME_BITS + PLACE_BITS));
    }

    /** Returns the time's position among all times, or -1 for a lesson. */
    private static int time(long entry) {
        return (int) (entry >> PLACE_BITS & (1 << TIME_BITS) - 1) - 1;
    }

    private static int place(long entry) {
        return (int) (entry & (1 << PLACE_BITS) - 1);
    }

    /** Returns the end (exclusive) of the stretch that begins at an entry. */
    private int endOfStretch(long[] entries, int from, RuleLayer layer) {
        Windows windows = layer.windows();
        long end = spots.end()[spot(entries[from])];
        int until = from + 1;
        for (; until < entries.length; until++) {
            int spot = spot(entries[until]);
            boolean isApart = windows == null
                    ? spots.start()[spot] - end >= layer.minutes()
                    : windows.ofSpot()[spot] != windows.ofSpot()[spot(entries[from])];
            if (isApart) {
                return until;
            }
            end = Math.max(end, spots.end()[spot]);
        }
        return until;
    }

    private StretchSignature signatureOf(long[] stretch) {
        long begin = spots.start()[spot(stretch[0])];
        long[] signs = new long[3 * stretch.length];
        for (int i = 0; i < stretch.length; i++) {
            int spot = spot(stretch[i]);
            int time = time(stretch[i]);
            signs[3 * i] = time >= 0 ? time : -1 - spots.lesson()[spot];
            signs[3 * i + 1] = spots.start()[spot] - begin;
            signs[3 * i + 2] = spots.end()[spot] - begin;
        }
        return new StretchSignature(signs);
    }

    private void add(long[] stretch, int count, int[] rules) {
        int[] own = Arrays.stream(stretch)
                .filter(entry -> time(entry) < 0)
                .mapToInt(StudentSegmentsCompiler::spot)
                .toArray();
        if (own.length == stretch.length) {
            settled.add(new LessonOnlyStretch(own, count, rules));
            return;
        }
        for (long entry : stretch) {
            if (time(entry) >= 0) {
                places.get(time(entry)).add(segments.size());
                places.get(time(entry)).add(place(entry));
            }
        }
        segments.add(new StudentSegments.Segment(own, count, rules, costs));
        costs += rules.length;
    }
}
