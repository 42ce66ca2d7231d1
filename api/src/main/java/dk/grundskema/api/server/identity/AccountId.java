package dk.grundskema.api.server.identity;

import dk.grundskema.domain.finding.Id;

/**
 * Names an account.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record AccountId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text hasn't the form of an id */
    public AccountId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
