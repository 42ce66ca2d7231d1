package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * Parses dates and times from files, request bodies and queries. Java accepts years that no calendar or database can store and that
 * overflow in arithmetic; therefore only the years 1900 to 9999 are accepted.
 */
public final class IsoDateParser {
    /** The first accepted year. */
    static final int FIRST_YEAR = 1900;

    /** The last accepted year; some systems write its last day for "no end". */
    static final int LAST_YEAR = 9999;

    private IsoDateParser() {}

    /**
     * Parses a date such as {@code 2026-09-07}.
     *
     * @throws java.time.DateTimeException if the text is not a date
     * @throws InvalidValueException if its year is before 1900 or after 9999, with an empty pointer
     */
    public static LocalDate parseDate(String text) {
        return requireKnownYear(LocalDate.parse(text), text);
    }

    /**
     * Parses a date with a time of day, such as {@code 2026-09-07T08:45}.
     *
     * @throws java.time.DateTimeException if the text is not a date with a time
     * @throws InvalidValueException if its year is before 1900 or after 9999, with an empty pointer
     */
    public static LocalDateTime parseDateTime(String text) {
        return requireKnownYear(LocalDateTime.parse(text), text);
    }

    /**
     * Parses a point in time such as {@code 2026-09-07T06:45:00Z}.
     *
     * @throws java.time.DateTimeException if the text is not a point in time
     * @throws InvalidValueException if its year is before 1900 or after 9999, with an empty pointer
     */
    public static Instant parseInstant(String text) {
        Instant moment = Instant.parse(text);
        requireKnownYear(moment.atOffset(ZoneOffset.UTC), text);
        return moment;
    }

    /** Returns whether the year of a moment is accepted: 1900 to 9999. */
    public static boolean isKnownYear(TemporalAccessor moment) {
        int year = moment.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static <T extends TemporalAccessor> T requireKnownYear(T moment, String text) {
        if (!isKnownYear(moment)) {
            throw new InvalidValueException(
                    List.of(Finding.error("date.too-far", "", ScalarReader.shorten(text), FIRST_YEAR, LAST_YEAR)));
        }
        return moment;
    }
}
