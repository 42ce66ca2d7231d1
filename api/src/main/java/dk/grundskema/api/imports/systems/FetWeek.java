package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.SourcePeriod;
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
    private final Notebook notes;
    private final Map<String, Days.Weekly> days = new HashMap<>();
    private final List<String> hours;
    private final List<TimesOfDay.@Nullable Span> times = new ArrayList<>();
    private boolean isOneWeek = true;

    FetWeek(Element root, Notebook notes) {
        this.notes = notes;
        days(names(root, "Days_List", "Day"));
        hours = names(root, "Hours_List", "Hour");
        times();
    }

    /** Names as elements of their own, or, in old files, directly in the list. */
    private static List<String> names(Element root, String list, String row) {
        var rows = root.rows(list, row).map(each -> each.value("Name"));
        var bare = root.rows(list, "Name").map(Element::text);
        return Stream.concat(rows, bare).filter(each -> !each.isEmpty()).toList();
    }

    private void days(List<String> names) {
        var weekdays = names.stream().map(FetWeek::weekday).toList();
        if (weekdays.stream().allMatch(Optional::isPresent)) {
            weeks(names, weekdays.stream().map(Optional::orElseThrow).toList());
        } else if (names.size() <= 7 && weekdays.stream().noneMatch(Optional::isPresent)) {
            IntStream.range(0, names.size())
                    .forEach(i -> days.put(names.get(i), new Days.Weekly(DayOfWeek.of(i + 1), new Days.Weeks.All())));
            notes.warning("Days_List", "import.fet.days-by-order", names.getFirst(), names);
        } else {
            notes.error("Days_List", "import.fet.days-unknown", names);
        }
    }

    /** A name that holds a weekday among other words, such as a week's number. */
    private static Optional<DayOfWeek> weekday(String name) {
        return WeekdayNames.day(name)
                .or(() -> Stream.of(name.split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 3)
                        .flatMap(word -> WeekdayNames.day(word).stream())
                        .findFirst());
    }

    /** A weekday's second name is that of the second of several weeks that take turns. */
    private void weeks(List<String> names, List<DayOfWeek> weekdays) {
        int turns = weekdays.stream()
                .mapToInt(day -> Collections.frequency(weekdays, day))
                .max()
                .orElse(1);
        Map<DayOfWeek, Integer> seen = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < names.size(); i++) {
            int week = seen.merge(weekdays.get(i), 1, Integer::sum) - 1;
            Days.Weeks which = turns == 1
                    ? new Days.Weeks.All()
                    : new Days.Weeks.Turns(IntStream.range(0, turns)
                            .mapToObj(each -> each == week)
                            .toList());
            days.putIfAbsent(names.get(i), new Days.Weekly(weekdays.get(i), which));
        }
        isOneWeek = turns == 1;
        if (!isOneWeek) {
            notes.info("Days_List", "import.fet.weeks", turns);
        }
    }

    private void times() {
        hours.forEach(hour -> times.add(TimesOfDay.span(hour).orElse(null)));
        var starts =
                hours.stream().map(TimesOfDay::time).flatMap(Optional::stream).toList();
        boolean inOrder =
                IntStream.range(1, starts.size()).allMatch(i -> starts.get(i).isAfter(starts.get(i - 1)));
        boolean clock = hours.stream().anyMatch(hour -> hour.matches(".*\\d\\D+\\d.*"));
        if (starts.size() == hours.size() && starts.size() > 1 && inOrder && clock) {
            startsOnly(starts);
        }
        for (int i = 0; i < hours.size(); i++) {
            var span = times.get(i);
            if (span != null) {
                notes.periods.add(new SourcePeriod(
                        notes.at("Hours_List"), hours.get(i), Collections.emptySortedSet(), span.start(), span.end()));
            }
        }
    }

    private void startsOnly(List<LocalTime> starts) {
        long shortest = IntStream.range(1, starts.size())
                .mapToLong(i -> ChronoUnit.MINUTES.between(starts.get(i - 1), starts.get(i)))
                .min()
                .orElseThrow();
        boolean fits = starts.getLast().plusMinutes(shortest).isAfter(starts.getLast());
        if (fits) {
            times.clear();
            starts.forEach(start -> times.add(new TimesOfDay.Span(start, start.plusMinutes(shortest))));
            notes.warning("Hours_List", "import.fet.starts-only", shortest);
        }
    }

    /** On which days something of a day's name is; empty if the file has no such day. */
    Optional<Days.Weekly> day(String name) {
        return Optional.ofNullable(days.get(name));
    }

    /** Place of an hour of a name, from 0; -1 if the file has no such hour. */
    int hour(String name) {
        return hours.indexOf(name);
    }

    int hoursADay() {
        return hours.size();
    }

    /** Whether the days are those of one week, again and again. */
    boolean isOneWeek() {
        return isOneWeek;
    }

    /** When an hour is; empty if its name doesn't say it. */
    Optional<TimesOfDay.Span> times(int hour) {
        return Optional.ofNullable(times.get(hour));
    }
}
