package dk.grundskema.api.service.plan;

import dk.grundskema.domain.finding.Id;

/**
 * Id of a revision.
 *
 * @param value text of the form {@link Id#FORM}
 */
public record RevisionId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text is not a valid id */
    public RevisionId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
