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
 * @param id         a short word: small letters, digits and hyphens, at most 30 characters; once among the supervisions
 * @param title      what people call it; {@code null} means the usual name
 * @param staffId    who supervises
 * @param everyWeeks every so many school weeks, 1 to 26
 * @param minutes    how long it takes, 15 to 240
 * @param with       who is supervised, all of them together; empty means everybody in the pool
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
