package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.SourcePeriod;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When lessons of a number or name are. */
final class BellTimes {
    /** A break that nobody would call the middle of a double lesson, in minutes. Ours. */
    static final long LONG_BREAK = 15;

    /**
     * A stretch of a day.
     *
     * @param start when it begins
     * @param end   when it ends
     */
    record Stretch(LocalTime start, LocalTime end) {}

    private final List<SourcePeriod> first;
    private final List<SourcePeriod> otherwise;
    private final Map<DayOfWeek, Map<String, Stretch>> days = new LinkedHashMap<>();

    /**
     * @param first     what counts before anything else
     * @param otherwise what counts for lessons that the first don't name
     */
    BellTimes(List<SourcePeriod> first, List<SourcePeriod> otherwise) {
        this.first = first;
        this.otherwise = otherwise;
    }

    /** Whether there are none at all. */
    boolean isEmpty() {
        return first.isEmpty() && otherwise.isEmpty();
    }

    /** The stretches that a lesson takes, without the breaks in it; empty if one of its numbers has no times. */
    List<Stretch> stretches(DayOfWeek day, Clock.Periods periods) {
        var ofDay = ofDay(day);
        var order = List.copyOf(ofDay.keySet());
        int from = order.indexOf(key(periods.name()));
        if (from < 0 || from + periods.count() > order.size()) {
            return List.of();
        }
        var stretches = new ArrayList<Stretch>();
        for (String name : order.subList(from, from + periods.count())) {
            Stretch next = ofDay.get(name);
            if (next == null) {
                continue;
            }
            if (!stretches.isEmpty()
                    && !next.start().isAfter(stretches.getLast().end())) {
                stretches.add(new Stretch(stretches.removeLast().start(), next.end()));
            } else {
                stretches.add(next);
            }
        }
        return List.copyOf(stretches);
    }

    /** The breaks of a day, at least a minute long: from one lesson's end to the next one's start. */
    List<Stretch> breaks(DayOfWeek day) {
        var breaks = new ArrayList<Stretch>();
        LocalTime end = null;
        for (Stretch lesson : ofDay(day).values()) {
            if (end != null && lesson.start().isAfter(end)) {
                breaks.add(new Stretch(/* start= */ end, /* end= */ lesson.start()));
            }
            end = end == null || lesson.end().isAfter(end) ? lesson.end() : end;
        }
        return List.copyOf(breaks);
    }

    private Map<String, Stretch> ofDay(DayOfWeek day) {
        return days.computeIfAbsent(day, this::worked);
    }

    /** By name, in the order of the day. */
    private Map<String, Stretch> worked(DayOfWeek day) {
        Map<String, Stretch> found = new LinkedHashMap<>();
        Stream.of(
                        first.stream().filter(each -> each.weekdays().contains(day)),
                        first.stream().filter(each -> each.weekdays().isEmpty()),
                        otherwise.stream().filter(each -> each.weekdays().contains(day)),
                        otherwise.stream().filter(each -> each.weekdays().isEmpty()))
                .flatMap(each -> each)
                .forEach(each -> found.putIfAbsent(key(each.name()), new Stretch(each.start(), each.end())));
        Map<String, Stretch> inOrder = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Stretch> each) -> each.getValue().start()))
                .forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        return inOrder;
    }

    /** {@code 1}, {@code 1.} and {@code 01} are one lesson. */
    private static String key(String name) {
        return Spelling.form(name).replaceFirst("^0+(?=.)", "");
    }
}
