package dk.grundskema.api.service.plan;

import dk.grundskema.domain.finding.Id;

/**
 * Id of a plan.
 *
 * @param value text of the form {@link Id#FORM}
 */
public record PlanId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text is not a valid id */
    public PlanId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
