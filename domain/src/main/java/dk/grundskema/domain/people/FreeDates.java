package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.Comparator;

/**
 * Free calendar dates in each calendar week. A date is free if no work falls on any minute of it: a night until Sunday at 07:00 takes Sunday.
 *
 * @param perWeek how many dates of each week, 1 to 6
 * @param level   how binding it is; a wish has the weight that the plan gives its rule
 */
public record FreeDates(
        @Default("1") int perWeek, @Default("\"HARD\"") Level level) {
    /** Orders the more binding first, then the one with more dates. */
    public static final Comparator<FreeDates> STRICTEST =
            Comparator.comparing(FreeDates::level).thenComparing(FreeDates::perWeek, Comparator.reverseOrder());

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the number is out of range */
    public FreeDates {
        new RecordValidator().range("perWeek", perWeek, 1, 6).throwIfInvalid();
    }
}
