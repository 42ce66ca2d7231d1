package dk.grundskema.api.exports.program;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a timetable, found from the times of its meetings. The first ones are the sequence of times without overlap that most lessons
 * have. Other times, such as those of classes with other breaks or of meetings without a class, make further sequences, <em>shifts</em>, whose
 * numbers come after the first ones, as in timetables of aSc.
 */
final class PeriodGrid {
    /** Most shifts; times that would make further ones fit no period. The number is our own. */
    private static final int MOST_SHIFTS = 4;

    /**
     * Times of a meeting.
     *
     * @param start start time
     * @param end   end time; after {@code start}
     */
    record Span(LocalTime start, LocalTime end) implements Comparable<Span> {
        private static final Comparator<Span> BY_END =
                Comparator.comparing(Span::end).thenComparing(Span::start);

        @Override
        public int compareTo(Span other) {
            return BY_END.compare(this, other);
        }

        private int minutes() {
            return (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
        }
    }

    /**
     * The periods of a meeting.
     *
     * @param first     index of the first one in the grid
     * @param count     how many, at least 1; all are of one shift
     * @param hasBreaks whether there are breaks between them
     */
    record Run(int first, int count, boolean hasBreaks) {}

    private final List<GridPeriod> periods = new ArrayList<>();

    /**
     * @param lessons how many meetings with a class have which times
     * @param others  how many other meetings have which times
     */
    PeriodGrid(Map<Span, Integer> lessons, Map<Span, Integer> others) {
        addShift(0, divideLongSpans(lessons));
        var all = new TreeMap<>(lessons);
        others.forEach((span, count) -> all.merge(span, count, Integer::sum));
        SortedMap<Span, Integer> left = divideLongSpans(all);
        for (int shift = 1; shift < MOST_SHIFTS; shift++) {
            left.keySet().removeIf(span -> find(span).isPresent());
            addShift(shift, left);
        }
    }

    private void addShift(int shift, SortedMap<Span, Integer> counts) {
        for (Span span : bestSequence(counts)) {
            periods.add(new GridPeriod(shift, span.start(), span.end()));
        }
    }

    /** Counts a time that other times divide without a gap, such as a double lesson, as those times. */
    private static SortedMap<Span, Integer> divideLongSpans(Map<Span, Integer> counts) {
        var left = new TreeMap<>(counts);
        var byLength = counts.keySet().stream()
                .sorted(Comparator.comparingInt(Span::minutes).reversed().thenComparing(Span::compareTo))
                .toList();
        for (Span whole : byLength) {
            List<Span> parts = divide(whole, left);
            if (!parts.isEmpty()) {
                int count = left.getOrDefault(whole, 0);
                left.remove(whole);
                parts.forEach(part -> left.merge(part, count, Integer::sum));
            }
        }
        return left;
    }

    /** Returns shorter times that fill a time without a gap; empty if there are none. */
    private static List<Span> divide(Span whole, SortedMap<Span, Integer> counts) {
        Map<LocalTime, List<Span>> reached = new HashMap<>();
        reached.put(whole.start(), List.of());
        for (Span part : counts.keySet()) { // in order of their ends
            List<Span> before = reached.get(part.start());
            if (before != null && !part.equals(whole) && !part.end().isAfter(whole.end())) {
                var longer = new ArrayList<>(before);
                longer.add(part);
                reached.putIfAbsent(part.end(), longer);
            }
        }
        return reached.getOrDefault(whole.end(), List.of());
    }

    /** Returns times that do not overlap and have the most meetings, in order. */
    private static List<Span> bestSequence(SortedMap<Span, Integer> counts) {
        List<Span> spans = List.copyOf(counts.keySet());
        long[] best = new long[spans.size()];
        int[] before = new int[spans.size()];
        int bestEnd = -1;
        for (int i = 0; i < best.length; i++) {
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                boolean fits = !spans.get(j).end().isAfter(spans.get(i).start());
                if (fits && (before[i] < 0 || best[j] > best[before[i]])) {
                    before[i] = j;
                }
            }
            best[i] = counts.getOrDefault(spans.get(i), 0) + (before[i] < 0 ? 0 : best[before[i]]);
            bestEnd = bestEnd < 0 || best[i] > best[bestEnd] ? i : bestEnd;
        }
        var sequence = new ArrayList<Span>();
        for (int i = bestEnd; i >= 0; i = before[i]) {
            sequence.addFirst(spans.get(i));
        }
        return sequence;
    }

    /** Returns the periods, in the order of their numbers. */
    List<GridPeriod> periods() {
        return List.copyOf(periods);
    }

    /** Returns the periods of a meeting; empty if it does not start with one and end with one of the same shift. */
    Optional<Run> find(Span span) {
        for (int first = 0; first < periods.size(); first++) {
            if (periods.get(first).start().equals(span.start())) {
                Run run = runFrom(first, span);
                if (run != null) {
                    return Optional.of(run);
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Run runFrom(int first, Span span) {
        boolean hasBreaks = false;
        for (int last = first; last < periods.size(); last++) {
            GridPeriod period = periods.get(last);
            if (period.shift() != periods.get(first).shift() || period.end().isAfter(span.end())) {
                return null;
            }
            hasBreaks |=
                    last > first && period.start().isAfter(periods.get(last - 1).end());
            if (period.end().equals(span.end())) {
                return new Run(first, last - first + 1, hasBreaks);
            }
        }
        return null;
    }
}
