package dk.grundskema.api.server.identity;

import dk.grundskema.domain.finding.Id;

/**
 * Names an organisation.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record OrganisationId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text hasn't the form of an id */
    public OrganisationId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
