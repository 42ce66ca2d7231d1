package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
import dk.grundskema.domain.time.IsoWeek;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lessons of GPU002, by number: the 15th and 16th field of a line are the first and the last day of a lesson that is not held all year.
 *
 * @param numbers  numbers of all lessons, in the order of the file
 * @param patterns weeks of lessons that are not held all year
 */
record UntisLessonPeriods(Set<String> numbers, Map<String, WeekPattern> patterns) {
    private static final int FIRST_DAY = 14;
    private static final int LAST_DAY = 15;

    /** From so many weeks on, a lesson is held all year. */
    private static final int ALL_YEAR = 52;

    /** Copies both. */
    UntisLessonPeriods {
        numbers = Collections.unmodifiableSet(new LinkedHashSet<>(numbers));
        patterns = Map.copyOf(patterns);
    }

    /** Returns the lessons of GPU002 in the same folder; none if there is no such file. */
    static UntisLessonPeriods ofSiblingFile(Path timetable) {
        return of(UntisSiblingFiles.readLines(timetable, "GPU002"));
    }

    static UntisLessonPeriods of(List<Line> lines) {
        Map<String, SortedSet<Integer>> weeks = new HashMap<>();
        Set<String> allYear = new LinkedHashSet<>();
        var numbers = new LinkedHashSet<String>();
        for (Line line : lines) {
            String number = line.field(0);
            if (!number.matches("\\d{1,9}")) {
                continue;
            }
            numbers.add(number);
            weeksOf(line)
                    .ifPresentOrElse(
                            some -> weeks.computeIfAbsent(number, any -> new TreeSet<>())
                                    .addAll(some),
                            () -> allYear.add(number));
        }
        weeks.keySet().removeAll(allYear);
        Map<String, WeekPattern> patterns = new HashMap<>();
        weeks.forEach((number, some) -> patterns.put(number, new WeekPattern.Numbered(some)));
        return new UntisLessonPeriods(numbers, patterns);
    }

    /** Returns the calendar weeks of a line; empty if it has no dates, or is held all year. */
    private static Optional<SortedSet<Integer>> weeksOf(Line line) {
        var first = parseDate(line.field(FIRST_DAY));
        var last = parseDate(line.field(LAST_DAY));
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return Optional.empty();
        }
        var weeks = new TreeSet<Integer>();
        LocalDate monday = first.get().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(last.get()) && weeks.size() < ALL_YEAR) {
            weeks.add(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            monday = monday.plusWeeks(1);
        }
        return weeks.size() < ALL_YEAR ? Optional.of(weeks) : Optional.empty();
    }

    /** Parses a date such as 20261012; empty if it is none of the years that plans know. */
    static Optional<LocalDate> parseDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
                    .filter(IsoWeek::isSupported);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the weeks of a lesson number. */
    WeekPattern weeks(String number) {
        return patterns.getOrDefault(number, new WeekPattern.All());
    }
}
