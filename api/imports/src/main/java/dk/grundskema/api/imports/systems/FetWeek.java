package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceDays;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** FET's days and hours. */
final class FetWeek {
    private final SystemSourceBuilder source;
    private final Map<String, SourceDays.Weekly> days = new HashMap<>();
    private final List<String> hours;
    private final List<TimeOfDayParser.@Nullable Span> times = new ArrayList<>();
    private boolean isOneWeek = true;

    FetWeek(XmlElement root, SystemSourceBuilder source) {
        this.source = source;
        readDays(names(root, "Days_List", "Day"));
        hours = names(root, "Hours_List", "Hour");
        times();
    }

    /** Returns names from row elements or, in old files, directly from the list. */
    private static List<String> names(XmlElement root, String list, String row) {
        var rows = root.rows(list, row).map(each -> each.childText("Name"));
        var bare = root.rows(list, "Name").map(XmlElement::text);
        return Stream.concat(rows, bare).filter(each -> !each.isEmpty()).toList();
    }

    private void readDays(List<String> names) {
        var weekdays = names.stream().map(FetWeek::weekday).toList();
        if (weekdays.stream().allMatch(Optional::isPresent)) {
            readAlternatingWeeks(
                    names, weekdays.stream().map(Optional::orElseThrow).toList());
        } else if (names.size() <= 7 && weekdays.stream().noneMatch(Optional::isPresent)) {
            IntStream.range(0, names.size())
                    .forEach(i -> days.put(
                            names.get(i),
                            new SourceDays.Weekly(DayOfWeek.of(i + 1), new SourceDays.WeekPattern.All())));
            source.warning("Days_List", "import.fet.days-by-order", names.getFirst(), names);
        } else {
            source.error("Days_List", "import.fet.days-unknown", names);
        }
    }

    /** Returns the weekday in a name, which may have other words such as a week number. */
    private static Optional<DayOfWeek> weekday(String name) {
        return WeekdayNames.parse(name)
                .or(() -> Stream.of(name.split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 3)
                        .flatMap(word -> WeekdayNames.parse(word).stream())
                        .findFirst());
    }

    /** The second name with the same weekday belongs to the second of several alternating weeks. */
    private void readAlternatingWeeks(List<String> names, List<DayOfWeek> weekdays) {
        int turns = weekdays.stream()
                .mapToInt(day -> Collections.frequency(weekdays, day))
                .max()
                .orElse(1);
        Map<DayOfWeek, Integer> seen = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < names.size(); i++) {
            int week = seen.merge(weekdays.get(i), 1, Integer::sum) - 1;
            SourceDays.WeekPattern which = turns == 1
                    ? new SourceDays.WeekPattern.All()
                    : new SourceDays.WeekPattern.Rotation(IntStream.range(0, turns)
                            .mapToObj(each -> each == week)
                            .toList());
            days.putIfAbsent(names.get(i), new SourceDays.Weekly(weekdays.get(i), which));
        }
        isOneWeek = turns == 1;
        if (!isOneWeek) {
            source.info("Days_List", "import.fet.weeks", turns);
        }
    }

    private void times() {
        hours.forEach(hour -> times.add(TimeOfDayParser.parseSpan(hour).orElse(null)));
        var starts = hours.stream()
                .map(TimeOfDayParser::parseTime)
                .flatMap(Optional::stream)
                .toList();
        boolean inOrder =
                IntStream.range(1, starts.size()).allMatch(i -> starts.get(i).isAfter(starts.get(i - 1)));
        boolean clock = hours.stream().anyMatch(hour -> hour.matches(".*\\d\\D+\\d.*"));
        if (starts.size() == hours.size() && starts.size() > 1 && inOrder && clock) {
            readStartsOnly(starts);
        }
        for (int i = 0; i < hours.size(); i++) {
            var span = times.get(i);
            if (span != null) {
                source.periods.add(new SourceBellTime(
                        source.location("Hours_List"),
                        hours.get(i),
                        Collections.emptySortedSet(),
                        span.start(),
                        span.end()));
            }
        }
    }

    private void readStartsOnly(List<LocalTime> starts) {
        long shortest = IntStream.range(1, starts.size())
                .mapToLong(i -> ChronoUnit.MINUTES.between(starts.get(i - 1), starts.get(i)))
                .min()
                .orElseThrow();
        boolean fits = starts.getLast().plusMinutes(shortest).isAfter(starts.getLast());
        if (fits) {
            times.clear();
            starts.forEach(start -> times.add(new TimeOfDayParser.Span(start, start.plusMinutes(shortest))));
            source.warning("Hours_List", "import.fet.starts-only", shortest);
        }
    }

    /** Returns the weekday and weeks of a day name; empty if the file has no such day. */
    Optional<SourceDays.Weekly> day(String name) {
        return Optional.ofNullable(days.get(name));
    }

    /** Returns the index of an hour by name, from 0; -1 if the file has no such hour. */
    int hourIndex(String name) {
        return hours.indexOf(name);
    }

    int hoursPerDay() {
        return hours.size();
    }

    /** Whether all days are those of one week that repeats. */
    boolean isOneWeek() {
        return isOneWeek;
    }

    /** Returns the times of an hour; empty if its name does not state them. */
    Optional<TimeOfDayParser.Span> times(int hour) {
        return Optional.ofNullable(times.get(hour));
    }
}
