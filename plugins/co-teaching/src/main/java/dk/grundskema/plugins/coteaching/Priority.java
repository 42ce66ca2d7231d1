package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * What is different for a class in a period.
 *
 * @param groupId        the class, one of those with co-teaching
 * @param need           need in the period, 1 to 10; {@code null} means the usual need
 * @param lessonsPerWeek minimum number of lessons a week in the period, 0.5 to 60; {@code null} means the usual number
 */
public record Priority(
        GroupId groupId, @Nullable Integer need, @Nullable Double lessonsPerWeek) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public Priority {
        var checks = new RecordValidator();
        if (need != null) {
            Need.check(checks, "need", need);
        }
        if (lessonsPerWeek != null) {
            checks.range("lessonsPerWeek", lessonsPerWeek, ClassNeed.FEWEST_LESSONS, ClassNeed.MOST_LESSONS);
        }
        checks.throwIfInvalid();
    }
}
