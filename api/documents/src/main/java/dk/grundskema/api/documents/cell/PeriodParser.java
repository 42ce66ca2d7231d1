package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser.Span;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses periods of unavailability as people write them: "mandag 8-10", "fredag efter 12", "onsdag", "7/9-2026", "15.-16. september", "hver
 * dag før 8.30".
 */
final class PeriodParser {
    private static final Pattern DAILY = Pattern.compile("^(hver dag|alle dage|every day|daily)\\b\\s*");
    private static final Pattern AFTER = Pattern.compile("^(?:efter|fra|after|from)\\s+(.+)$");
    private static final Pattern BEFORE = Pattern.compile("^(?:før|inden|til|before|until)\\s+(.+)$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** A comma within one period: "fredag, d. 18/9". */
    private static final Pattern INNER_COMMA =
            Pattern.compile("(?<!\\p{L})(\\p{L}+)\\s*,\\s*(?=(?:den\\s|d\\.)\\s*\\d)", Pattern.CASE_INSENSITIVE);

    /** Longer texts are not parsed as one period. */
    private static final int LONGEST = 500;

    private PeriodParser() {}

    /** Returns the texts of the periods in a cell, separated by commas, semicolons or line ends. */
    static List<String> splitItems(String text) {
        return WordSplitter.splitItems(INNER_COMMA.matcher(text).replaceAll("$1 "));
    }

    /** Parses a period whose dates have a year; empty if the text is none. */
    static Optional<Period> parse(String text) {
        return parse(text, YearlessDateResolver.unknown());
    }

    /** Parses a period; empty if the text is none. */
    static Optional<Period> parse(String text, YearlessDateResolver years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String words = text.strip().toLowerCase(Locale.ROOT);
        return parseDates(words, years).or(() -> parseWeekdays(words));
    }

    /** Returns the date at the beginning of a text whose stated weekday does not match; empty if there is none. */
    static Optional<LocalDate> findWeekdayMismatch(String text, YearlessDateResolver years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return wordEnds(text.strip())
                .flatMap(end -> DateParser.findWeekdayMismatch(text.strip().substring(0, end), years).stream())
                .findFirst();
    }

    /** Formats a period so that {@link #parse} reads it back; empty if no such short form exists. */
    static Optional<String> format(Period period, boolean isDanish) {
        String text = (formatDates(period) + " " + formatDays(period, isDanish) + " " + formatTimes(period, isDanish))
                .strip();
        String said = text.isEmpty() || !Character.isLetterOrDigit(text.charAt(0)) || isClockAlone(period)
                ? ((isDanish ? "hver dag " : "every day ") + text).strip()
                : text;
        String plain = said.replaceAll(" +", " ");
        return parse(plain).filter(period::equals).map(same -> plain);
    }

    private static boolean isClockAlone(Period period) {
        return period.from() == null && period.weekdays().isEmpty();
    }

    private static String formatDates(Period period) {
        LocalDate from = period.from();
        LocalDate until = period.until();
        if (from == null || until == null) {
            return "";
        }
        return from.equals(until)
                ? DateParser.format(from)
                : DateParser.format(from) + " - " + DateParser.format(until);
    }

    private static String formatDays(Period period, boolean isDanish) {
        return period.weekdays().stream()
                .map(day -> WeekdayParser.format(day, isDanish))
                .collect(Collectors.joining("/"));
    }

    private static String formatTimes(Period period, boolean isDanish) {
        LocalTime start = period.start();
        LocalTime end = period.end();
        if (start != null && end != null) {
            return TimeOfDayCellParser.format(start, isDanish) + "-" + TimeOfDayCellParser.format(end, isDanish);
        }
        if (start != null) {
            return (isDanish ? "efter " : "after ") + TimeOfDayCellParser.format(start, isDanish);
        }
        return end == null ? "" : (isDanish ? "før " : "before ") + TimeOfDayCellParser.format(end, isDanish);
    }

    private static Optional<Period> parseWeekdays(String words) {
        var days = new TreeSet<DayOfWeek>();
        String rest = DAILY.matcher(words).replaceFirst("");
        if (rest.equals(words)) {
            String[] parts = words.split("\\s+", 2);
            for (String name : parts[0].split("[/+,]", -1)) {
                var day = WeekdayParser.parseName(name);
                if (day.isEmpty()) {
                    return Optional.empty();
                }
                days.add(day.get());
            }
            rest = parts.length == 2 ? parts[1] : "";
        }
        return createPeriod(null, days, rest);
    }

    /** Parses the longest beginning of a text that is a date or range, and the time of day after it. */
    private static Optional<Period> parseDates(String words, YearlessDateResolver years) {
        return wordEnds(words)
                .flatMap(end -> DateParser.parseSpan(words.substring(0, end), years)
                        .flatMap(dates -> createPeriod(
                                dates, new TreeSet<>(), words.substring(end).strip()))
                        .stream())
                .findFirst();
    }

    /** Returns the ends of the words in a text, the last first. */
    private static Stream<Integer> wordEnds(String words) {
        var ends = new ArrayList<Integer>();
        ends.add(words.length());
        SPACE.matcher(words).results().forEach(space -> ends.add(1, space.start()));
        return ends.stream();
    }

    private static Optional<Period> createPeriod(@Nullable DateSpan dates, SortedSet<DayOfWeek> days, String clock) {
        LocalDate from = dates == null ? null : dates.from();
        LocalDate until = dates == null ? null : dates.until();
        if (clock.isBlank()) {
            return Optional.of(new Period(from, until, days, null, null));
        }
        var after = AFTER.matcher(clock);
        var before = BEFORE.matcher(clock);
        var span = TimeOfDayCellParser.parseSpan(clock.replaceFirst("^(fra|from|kl\\.?)\\s+", ""));
        if (span.isPresent()) {
            return span.filter(times -> times.start().isBefore(times.end()))
                    .map((Span times) -> new Period(from, until, days, times.start(), times.end()));
        }
        if (after.matches()) {
            return TimeOfDayCellParser.parseTime(after.group(1))
                    .map(start -> new Period(from, until, days, start, null));
        }
        if (before.matches()) {
            return TimeOfDayCellParser.parseTime(before.group(1))
                    .filter(end -> end.isAfter(LocalTime.MIN))
                    .map(end -> new Period(from, until, days, null, end));
        }
        return Optional.empty();
    }
}
