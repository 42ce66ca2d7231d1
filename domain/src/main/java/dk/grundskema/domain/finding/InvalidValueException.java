package dk.grundskema.domain.finding;

import java.util.List;

/** Thrown by the constructor of a record whose values are out of range; carries everything that is wrong with them. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings what is wrong, at least one, with pointers relative to the record */
    public InvalidValueException(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, with pointers relative to the record. */
    public List<Finding> findings() {
        return findings;
    }
}
