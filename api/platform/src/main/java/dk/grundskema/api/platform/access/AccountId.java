package dk.grundskema.api.platform.access;

import dk.grundskema.domain.finding.Id;

/**
 * Id of an account.
 *
 * @param value the id's text, in the form {@link Id#FORM}
 */
public record AccountId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not have the form of an id */
    public AccountId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
