package dk.grundskema.api.service.solve;

import dk.grundskema.domain.finding.Id;

/**
 * Id of a solve.
 *
 * @param value text of the form {@link Id#FORM}
 */
public record SolveId(String value) implements Id {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the text is not a valid id */
    public SolveId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
