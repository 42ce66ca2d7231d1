package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Times of lessons that are given by number or name. */
final class BellTimes {
    /** Shortest break that separates two lessons, in minutes; a shorter one can be within a double lesson. Our own number. */
    static final long LONG_BREAK = 15;

    /** Shortest break that divides a lesson whose periods are named one by one, in minutes: a lunch break. Our own number. */
    static final long DIVIDING_BREAK = 30;

    /**
     * A time range of a day.
     *
     * @param start start time
     * @param end   end time
     */
    record TimeRange(LocalTime start, LocalTime end) {}

    private final List<SourceBellTime> first;
    private final List<SourceBellTime> otherwise;
    private final Map<DayOfWeek, Map<String, TimeRange>> days = new LinkedHashMap<>();

    /**
     * @param first     times with priority
     * @param otherwise times for lessons that the first don't name
     */
    BellTimes(List<SourceBellTime> first, List<SourceBellTime> otherwise) {
        this.first = first;
        this.otherwise = otherwise;
    }

    /** Whether there are no times at all. */
    boolean isEmpty() {
        return first.isEmpty() && otherwise.isEmpty();
    }

    /** Returns the time ranges of a lesson, without the breaks in it; empty if one of its numbers has no times. */
    List<TimeRange> lessonTimes(DayOfWeek day, SourceTime.Periods periods) {
        var ofDay = lessonsOfDay(day);
        var order = List.copyOf(ofDay.keySet());
        int from = order.indexOf(normalizeName(periods.name()));
        if (from < 0 || from + periods.count() > order.size()) {
            return List.of();
        }
        var stretches = new ArrayList<TimeRange>();
        for (String name : order.subList(from, from + periods.count())) {
            TimeRange next = ofDay.get(name);
            if (next == null) {
                continue;
            }
            if (!stretches.isEmpty()
                    && !next.start().isAfter(stretches.getLast().end())) {
                stretches.add(new TimeRange(stretches.removeLast().start(), next.end()));
            } else {
                stretches.add(next);
            }
        }
        return List.copyOf(stretches);
    }

    /**
     * Returns the time ranges of a lesson whose periods are named one by one: one, with the breaks shorter than {@link #DIVIDING_BREAK} in
     * it; more if there is a longer break, or if a period begins before the one that it follows. Empty if a period has no times.
     */
    List<TimeRange> lessonTimes(DayOfWeek day, SourceTime.PeriodRun run) {
        var ofDay = lessonsOfDay(day);
        var stretches = new ArrayList<TimeRange>();
        for (String name : run.names()) {
            TimeRange next = ofDay.get(normalizeName(name));
            if (next == null) {
                return List.of();
            }
            if (!stretches.isEmpty() && continues(stretches.getLast(), next)) {
                LocalTime end = stretches.getLast().end();
                stretches.add(
                        new TimeRange(stretches.removeLast().start(), next.end().isAfter(end) ? next.end() : end));
            } else {
                stretches.add(next);
            }
        }
        return List.copyOf(stretches);
    }

    private static boolean continues(TimeRange one, TimeRange next) {
        return !next.start().isBefore(one.start())
                && Duration.between(one.end(), next.start()).toMinutes() < DIVIDING_BREAK;
    }

    /** Returns the breaks of a day, from one lesson's end to the next one's start, at least one minute. */
    List<TimeRange> breaks(DayOfWeek day) {
        var breaks = new ArrayList<TimeRange>();
        LocalTime end = null;
        for (TimeRange lesson : lessonsOfDay(day).values()) {
            if (end != null && lesson.start().isAfter(end)) {
                breaks.add(new TimeRange(/* start= */ end, /* end= */ lesson.start()));
            }
            end = end == null || lesson.end().isAfter(end) ? lesson.end() : end;
        }
        return List.copyOf(breaks);
    }

    private Map<String, TimeRange> lessonsOfDay(DayOfWeek day) {
        return days.computeIfAbsent(day, this::sortLessonsOfDay);
    }

    /** Returns the times by lesson name, in the order of the day; times for specific weekdays override general ones. */
    private Map<String, TimeRange> sortLessonsOfDay(DayOfWeek day) {
        Map<String, TimeRange> found = new LinkedHashMap<>();
        Stream.of(
                        first.stream().filter(each -> each.weekdays().contains(day)),
                        first.stream().filter(each -> each.weekdays().isEmpty()),
                        otherwise.stream().filter(each -> each.weekdays().contains(day)),
                        otherwise.stream().filter(each -> each.weekdays().isEmpty()))
                .flatMap(each -> each)
                .forEach(
                        each -> found.putIfAbsent(normalizeName(each.name()), new TimeRange(each.start(), each.end())));
        Map<String, TimeRange> inOrder = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, TimeRange> each) -> each.getValue().start()))
                .forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        return inOrder;
    }

    /** Normalizes a name, so that {@code 1}, {@code 1.} and {@code 01} are the same lesson. */
    private static String normalizeName(String name) {
        return NameNormalizer.normalize(name).replaceFirst("^0+(?=.)", "");
    }
}
