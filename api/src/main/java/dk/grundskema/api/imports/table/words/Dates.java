package dk.grundskema.api.imports.table.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as Danes write them (7/9-2026, 7.9.2026, 7. september 2026) and as programs do (2026-09-07, the day's number of a spreadsheet). */
public final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ t].*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./ -]+(\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(\\p{L}{3,9})\\.?,?\\s*(\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern.compile("(\\p{L}{3,9})\\.?\\s*(\\d{1,2}),?\\s*(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<String> DANISH =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {}

    /** A date with its year; empty if the text is none, or there is no such day. */
    public static Optional<LocalDate> date(String text) {
        String word = withoutWeekday(text.strip().toLowerCase(Locale.ROOT));
        try {
            return parse(word);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date as it is read: 7/9-2026. */
    public static String text(LocalDate date) {
        return "%d/%d-%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static Optional<LocalDate> parse(String word) {
        var iso = ISO.matcher(word);
        if (iso.matches()) {
            return Optional.of(of(iso.group(1), iso.group(2), iso.group(3)));
        }
        var numbers = NUMBERS.matcher(word);
        if (numbers.matches()) {
            String year = numbers.group(3).length() == 2 ? "20" + numbers.group(3) : numbers.group(3);
            return Optional.of(of(year, numbers.group(2), numbers.group(1)));
        }
        var named = NAMED.matcher(word);
        if (named.matches()) {
            return month(named.group(2)).map(month -> of(named.group(3), month, named.group(1)));
        }
        var first = NAMED_FIRST.matcher(word);
        if (first.matches()) {
            return month(first.group(1)).map(month -> of(first.group(3), month, first.group(2)));
        }
        return SERIAL.matcher(word).matches()
                ? Optional.of(DAY_ZERO.plusDays(Integer.parseInt(word)))
                : Optional.empty();
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Optional<String> month(String name) {
        String start = name.substring(0, 3);
        int number = Math.max(DANISH.indexOf(start), ENGLISH.indexOf(start)) + 1;
        return number == 0 ? Optional.empty() : Optional.of(String.valueOf(number));
    }

    private static String withoutWeekday(String text) {
        String[] words = text.split("[ ,]+(?:den |d\\. ?)?", 2);
        return words.length == 2 && Weekdays.named(words[0]).isPresent() ? words[1] : text;
    }
}
