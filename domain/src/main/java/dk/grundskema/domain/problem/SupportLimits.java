package dk.grundskema.domain.problem;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;

/**
 * How much support beside ordinary lessons a student gets at most, all interventions taken together. Counted are meetings of interventions in
 * class, in small groups and supplementary ones in which the student takes part, but not those inside the student's own lessons, nor on
 * days on which their intervention takes its students out of the ordinary week altogether, as a camp does. The numbers are ours.
 *
 * @param minutesPerDay  most minutes on a day, 0 to 720
 * @param minutesPerWeek most minutes in a calendar week, 0 to 5040
 */
public record SupportLimits(
        @Default("90") int minutesPerDay, @Default("360") int minutesPerWeek) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public SupportLimits {
        new RecordValidator()
                .range("minutesPerDay", minutesPerDay, 0, 720)
                .range("minutesPerWeek", minutesPerWeek, 0, 5040)
                .throwIfInvalid();
    }

    /** Two lessons a day, eight a week. */
    public static SupportLimits defaults() {
        return new SupportLimits(90, 360);
    }
}
