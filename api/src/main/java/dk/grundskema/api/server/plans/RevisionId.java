package dk.grundskema.api.server.plans;

import dk.grundskema.domain.finding.Id;

/**
 * Names a revision of a plan.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record RevisionId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text hasn't the form of an id */
    public RevisionId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
