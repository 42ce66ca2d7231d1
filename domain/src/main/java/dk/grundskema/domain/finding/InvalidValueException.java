package dk.grundskema.domain.finding;

import java.util.List;

/** Thrown by the constructor of a record with invalid values; carries all findings. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one finding, with pointers relative to the record */
    public InvalidValueException(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    /** Returns the findings, with pointers relative to the record. */
    public List<Finding> findings() {
        return findings;
    }
}
