package dk.grundskema.api.cli;

import java.util.List;

/** The input can't be used: the command ends, having written nothing. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Placed> findings;

    /** @param findings everything that was found, an error at least */
    BadInputException(List<Placed> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found. */
    List<Placed> findings() {
        return findings;
    }
}
