package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.Comparator;

/**
 * A limit of duties in minutes that a school or a person sets itself.
 *
 * @param minutes the limit in elapsed minutes, 30 to 1440
 * @param level   how binding it is; a wish has the weight that the plan gives its rule
 */
public record DutyLimit(int minutes, @Default("\"HARD\"") Level level) {
    /** Orders limits of which less is stricter: the more binding first, then the shorter. */
    public static final Comparator<DutyLimit> STRICTEST_MAXIMUM =
            Comparator.comparing(DutyLimit::level).thenComparingInt(DutyLimit::minutes);

    /** Orders limits of which more is stricter: the more binding first, then the longer. */
    public static final Comparator<DutyLimit> STRICTEST_MINIMUM =
            Comparator.comparing(DutyLimit::level).thenComparing(DutyLimit::minutes, Comparator.reverseOrder());

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the minutes are out of range */
    public DutyLimit {
        new RecordValidator().range("minutes", minutes, 30, 24 * 60).throwIfInvalid();
    }
}
