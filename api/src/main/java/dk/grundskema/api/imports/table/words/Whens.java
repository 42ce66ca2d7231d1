package dk.grundskema.api.imports.table.words;

import dk.grundskema.api.imports.table.words.ClockTimes.Span;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When somebody can't, as people write it: "mandag 8-10", "fredag efter 12", "onsdag", "7/9-2026", "hver dag før 8.30". */
public final class Whens {
    private static final Pattern DAILY = Pattern.compile("^(hver dag|alle dage|every day|daily)\\b\\s*");
    private static final Pattern AFTER = Pattern.compile("^(?:efter|fra|after|from)\\s+(.+)$");
    private static final Pattern BEFORE = Pattern.compile("^(?:før|inden|til|before|until)\\s+(.+)$");
    private static final Pattern BETWEEN_DATES = Pattern.compile("\\s+(?:-|–|til|to|until)\\s+|\\s*\\.\\.\\s*");

    private Whens() {}

    /** The time that a text means; empty if it means none. */
    public static Optional<Period> parse(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        String[] dates = BETWEEN_DATES.split(words, -1);
        if (dates.length == 2) {
            var from = Dates.date(dates[0]);
            var until = Dates.date(dates[1]);
            if (from.isPresent() && until.isPresent() && !until.get().isBefore(from.get())) {
                return Optional.of(new Period(from.get(), until.get(), new TreeSet<>(), null, null));
            }
        }
        var date = Dates.date(words);
        return date.isPresent() ? date.map(Period::wholeDay) : ofDays(words);
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
            var on = onDate(parts);
            if (on.isPresent()) {
                return on;
            }
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

    private static Optional<Period> onDate(String[] parts) {
        return parts.length == 2
                ? Dates.date(parts[0]).flatMap(date -> period(date, new TreeSet<>(), parts[1]))
                : Optional.empty();
    }

    private static Optional<Period> period(@Nullable LocalDate date, SortedSet<DayOfWeek> days, String clock) {
        if (clock.isBlank()) {
            return Optional.of(new Period(date, date, days, null, null));
        }
        var after = AFTER.matcher(clock);
        var before = BEFORE.matcher(clock);
        var span = ClockTimes.span(clock.replaceFirst("^(fra|from|kl\\.?)\\s+", ""));
        if (span.isPresent()) {
            return span.filter(times -> times.start().isBefore(times.end()))
                    .map((Span times) -> new Period(date, date, days, times.start(), times.end()));
        }
        if (after.matches()) {
            return ClockTimes.time(after.group(1)).map(start -> new Period(date, date, days, start, null));
        }
        if (before.matches()) {
            return ClockTimes.time(before.group(1))
                    .filter(end -> end.isAfter(LocalTime.MIN))
                    .map(end -> new Period(date, date, days, null, end));
        }
        return Optional.empty();
    }
}
