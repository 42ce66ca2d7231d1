package dk.grundskema.api.platform;

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
 * Dates and times as they come in from outside, whether in files, bodies or queries. Java knows years that no calendar, database or paper has a place
 * for, and reckoning with them overflows; so a year is one of those that people write with four digits and mean.
 */
public final class Moments {
    /** The first year that is known. */
    static final int FIRST_YEAR = 1900;

    /** The last one; systems that know no end of something write its last day. */
    static final int LAST_YEAR = 9999;

    private Moments() {}

    /**
     * A date such as {@code 2026-09-07}.
     *
     * @throws java.time.DateTimeException if the text is no date
     * @throws InvalidValueException       if its year is before 1900 or after 9999, with an empty pointer
     */
    public static LocalDate date(String text) {
        return near(LocalDate.parse(text), text);
    }

    /**
     * A date with a time of day, such as {@code 2026-09-07T08:45}.
     *
     * @throws java.time.DateTimeException if the text is none
     * @throws InvalidValueException       if its year is before 1900 or after 9999, with an empty pointer
     */
    public static LocalDateTime dateTime(String text) {
        return near(LocalDateTime.parse(text), text);
    }

    /**
     * A point in time such as {@code 2026-09-07T06:45:00Z}.
     *
     * @throws java.time.DateTimeException if the text is none
     * @throws InvalidValueException       if its year is before 1900 or after 9999, with an empty pointer
     */
    public static Instant instant(String text) {
        Instant moment = Instant.parse(text);
        near(moment.atOffset(ZoneOffset.UTC), text);
        return moment;
    }

    private static <T extends TemporalAccessor> T near(T moment, String text) {
        int year = moment.get(ChronoField.YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidValueException(
                    List.of(Finding.error("date.too-far", "", Scalars.shortened(text), FIRST_YEAR, LAST_YEAR)));
        }
        return moment;
    }
}
