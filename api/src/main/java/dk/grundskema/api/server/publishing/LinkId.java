package dk.grundskema.api.server.publishing;

import dk.grundskema.domain.finding.Id;

/**
 * Names a link; it opens nothing, the token does.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record LinkId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text hasn't the form of an id */
    public LinkId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
