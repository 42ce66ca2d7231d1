package dk.grundskema.api.server.solving;

import dk.grundskema.domain.finding.Id;

/**
 * Names a solve.
 *
 * @param value the id's text, of the form {@link Id#FORM}
 */
public record SolveId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text hasn't the form of an id */
    public SolveId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
