package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Supervision by somebody such as a psychologist, every so often. Source: KL, trials (supervision of those who co-teach); how often and how
 * long is ours. It doesn't count in budgets.
 *
 * @param id         short word: lower-case letters, digits and hyphens, at most 30 characters; unique among the supervisions
 * @param title      display title; {@code null} means the usual name
 * @param staffId    the supervisor
 * @param everyWeeks every so many school weeks, 1 to 26
 * @param minutes    length in minutes, 15 to 240
 * @param with       staff members supervised together; empty means everybody in the pool
 */
public record Supervision(
        String id,
        @Nullable String title,
        StaffId staffId,
        @Default("4") int everyWeeks,
        @Default("60") int minutes,
        List<StaffId> with) {
    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range or a person is named
     *         twice
     */
    public Supervision {
        with = List.copyOf(with);
        var checks = new RecordValidator()
                .require(CoTeachingParameters.isValidWord(id), "id", "co-teaching.id-malformed", id)
                .range("everyWeeks", everyWeeks, 1, 26)
                .range("minutes", minutes, 15, 240)
                .distinct("with", with);
        if (title != null) {
            checks.name("title", title);
        }
        checks.throwIfInvalid();
    }
}
