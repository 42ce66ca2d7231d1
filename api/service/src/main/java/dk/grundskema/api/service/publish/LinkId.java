package dk.grundskema.api.service.publish;

import dk.grundskema.domain.finding.Id;

/**
 * Id of a link. It grants no access; the token does.
 *
 * @param value text of the form {@link Id#FORM}
 */
public record LinkId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text does not have the form of an id */
    public LinkId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
