package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * A budget that several co-teachers share, such as that of a municipality's advisors.
 *
 * @param name           its name, to which co-teachers refer
 * @param lessonsPerWeek lessons a week of all of them together, shared preparation in them, 0 to 2000
 */
public record PoolBudget(String name, double lessonsPerWeek) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or the number out of range */
    public PoolBudget {
        new RecordValidator()
                .name("name", name)
                .range("lessonsPerWeek", lessonsPerWeek, 0, 2000)
                .throwIfInvalid();
    }
}
