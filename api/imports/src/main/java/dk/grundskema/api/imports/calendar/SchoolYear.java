package dk.grundskema.api.imports.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A school year, from one summer to the next.
 *
 * @param begins calendar year in which it begins, 2000 to 2098
 */
public record SchoolYear(int begins) {
    private static final Pattern FORM = Pattern.compile("(?<first>20\\d\\d)\\s*[/\\-–_]\\s*(?<second>(?:20)?\\d\\d)");
    private static final int SUMMER = 7;

    /** @throws IllegalArgumentException if the year is out of range */
    public SchoolYear {
        if (begins < 2000 || begins > 2098) {
            throw new IllegalArgumentException(
                    "The school year begins in (%d); 2000 to 2098 was expected.\nMaybe digits are missing?"
                            .formatted(begins));
        }
    }

    /** Parses a text such as {@code 2026/27} or {@code 2026-2027}; empty if it is not a school year. */
    public static Optional<SchoolYear> parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(match.group("first"));
        int second = Integer.parseInt(match.group("second")) % 100;
        return second == (first + 1) % 100 && first <= 2098 ? Optional.of(new SchoolYear(first)) : Optional.empty();
    }

    /** Returns the school year of a date; July belongs to the one that has ended. */
    public static SchoolYear of(LocalDate date) {
        return new SchoolYear(date.getMonthValue() > SUMMER ? date.getYear() : date.getYear() - 1);
    }

    /** Returns the calendar year in which it ends. */
    public int ends() {
        return begins + 1;
    }

    /** Returns the usual notation: {@code 2026/27}. */
    @Override
    public String toString() {
        return "%d/%02d".formatted(begins, ends() % 100);
    }
}
