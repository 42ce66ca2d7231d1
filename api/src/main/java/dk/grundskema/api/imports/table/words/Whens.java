package dk.grundskema.api.imports.table.words;

import dk.grundskema.api.imports.source.Years;
import dk.grundskema.api.imports.table.words.ClockTimes.Span;
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

/** When somebody can't, as people write it: "mandag 8-10", "fredag efter 12", "onsdag", "7/9-2026", "15.-16. september", "hver dag før 8.30". */
public final class Whens {
    private static final Pattern DAILY = Pattern.compile("^(hver dag|alle dage|every day|daily)\\b\\s*");
    private static final Pattern AFTER = Pattern.compile("^(?:efter|fra|after|from)\\s+(.+)$");
    private static final Pattern BEFORE = Pattern.compile("^(?:før|inden|til|before|until)\\s+(.+)$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** A comma within one time: "fredag, d. 18/9". */
    private static final Pattern INNER_COMMA =
            Pattern.compile("(?<!\\p{L})(\\p{L}+)\\s*,\\s*(?=(?:den\\s|d\\.)\\s*\\d)", Pattern.CASE_INSENSITIVE);

    /** Longer texts are no one time. */
    private static final int LONGEST = 500;

    private Whens() {}

    /** The texts of a cell that has several times, between them commas, semicolons or line ends. */
    public static List<String> items(String text) {
        return Several.items(INNER_COMMA.matcher(text).replaceAll("$1 "));
    }

    /** The time that a text means, of which dates have their year; empty if it means none. */
    public static Optional<Period> parse(String text) {
        return parse(text, Years.unknown());
    }

    /** The time that a text means; empty if it means none. */
    public static Optional<Period> parse(String text, Years years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String words = text.strip().toLowerCase(Locale.ROOT);
        return onDates(words, years).or(() -> ofDays(words));
    }

    /** The date that a text begins with which says another weekday; empty if there is none. */
    public static Optional<LocalDate> ofOtherWeekday(String text, Years years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return beginnings(text.strip())
                .flatMap(end -> Dates.ofOtherWeekday(text.strip().substring(0, end), years).stream())
                .findFirst();
    }

    /** A time as {@link #parse} reads it; empty if it can't be said so shortly. */
    public static Optional<String> text(Period period, Locale language) {
        boolean isDanish = language.getLanguage().equals("da");
        String text = (dates(period) + " " + days(period, isDanish) + " " + clock(period, isDanish)).strip();
        String said = text.isEmpty() || !Character.isLetterOrDigit(text.charAt(0)) || isClockAlone(period)
                ? ((isDanish ? "hver dag " : "every day ") + text).strip()
                : text;
        String plain = said.replaceAll(" +", " ");
        return parse(plain).filter(period::equals).map(same -> plain);
    }

    private static boolean isClockAlone(Period period) {
        return period.from() == null && period.weekdays().isEmpty();
    }

    private static String dates(Period period) {
        LocalDate from = period.from();
        LocalDate until = period.until();
        if (from == null || until == null) {
            return "";
        }
        return from.equals(until) ? Dates.text(from) : Dates.text(from) + " - " + Dates.text(until);
    }

    private static String days(Period period, boolean isDanish) {
        return period.weekdays().stream()
                .map(day -> Weekdays.text(day, isDanish))
                .collect(Collectors.joining("/"));
    }

    private static String clock(Period period, boolean isDanish) {
        LocalTime start = period.start();
        LocalTime end = period.end();
        if (start != null && end != null) {
            return time(start, isDanish) + "-" + time(end, isDanish);
        }
        if (start != null) {
            return (isDanish ? "efter " : "after ") + time(start, isDanish);
        }
        return end == null ? "" : (isDanish ? "før " : "before ") + time(end, isDanish);
    }

    private static String time(LocalTime time, boolean isDanish) {
        return "%02d%s%02d".formatted(time.getHour(), isDanish ? "." : ":", time.getMinute());
    }

    private static Optional<Period> ofDays(String words) {
        var days = new TreeSet<DayOfWeek>();
        String rest = DAILY.matcher(words).replaceFirst("");
        if (rest.equals(words)) {
            String[] parts = words.split("\\s+", 2);
            for (String name : parts[0].split("[/+,]", -1)) {
                var day = Weekdays.named(name);
                if (day.isEmpty()) {
                    return Optional.empty();
                }
                days.add(day.get());
            }
            rest = parts.length == 2 ? parts[1] : "";
        }
        return period(null, days, rest);
    }

    /** As much of a text as is a date, and the time of day behind it. */
    private static Optional<Period> onDates(String words, Years years) {
        return beginnings(words)
                .flatMap(end -> Dates.span(words.substring(0, end), years)
                        .flatMap(dates -> period(
                                dates, new TreeSet<>(), words.substring(end).strip()))
                        .stream())
                .findFirst();
    }

    /** Where words of a text end, the last first. */
    private static Stream<Integer> beginnings(String words) {
        var ends = new ArrayList<Integer>();
        ends.add(words.length());
        SPACE.matcher(words).results().forEach(space -> ends.add(1, space.start()));
        return ends.stream();
    }

    private static Optional<Period> period(@Nullable DateSpan dates, SortedSet<DayOfWeek> days, String clock) {
        LocalDate from = dates == null ? null : dates.from();
        LocalDate until = dates == null ? null : dates.until();
        if (clock.isBlank()) {
            return Optional.of(new Period(from, until, days, null, null));
        }
        var after = AFTER.matcher(clock);
        var before = BEFORE.matcher(clock);
        var span = ClockTimes.span(clock.replaceFirst("^(fra|from|kl\\.?)\\s+", ""));
        if (span.isPresent()) {
            return span.filter(times -> times.start().isBefore(times.end()))
                    .map((Span times) -> new Period(from, until, days, times.start(), times.end()));
        }
        if (after.matches()) {
            return ClockTimes.time(after.group(1)).map(start -> new Period(from, until, days, start, null));
        }
        if (before.matches()) {
            return ClockTimes.time(before.group(1))
                    .filter(end -> end.isAfter(LocalTime.MIN))
                    .map(end -> new Period(from, until, days, null, end));
        }
        return Optional.empty();
    }
}
