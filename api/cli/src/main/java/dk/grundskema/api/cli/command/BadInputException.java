package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.output.LocatedFinding;
import java.util.List;
import java.util.function.Function;

/** The input is invalid: the command ends without writing anything. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LocatedFinding> findings;
    private final transient Function<Object, Object> names;

    /**
     * @param findings all findings, at least one of them an error
     * @param names    names of ids, as far as they are known
     */
    public BadInputException(List<LocatedFinding> findings, Function<Object, Object> names) {
        super("The input has (%d) findings.\nMaybe one of them says why?".formatted(findings.size()));
        this.findings = List.copyOf(findings);
        this.names = names;
    }

    /** Returns the names of ids. */
    public Function<Object, Object> names() {
        return names;
    }

    /** Returns all findings. */
    public List<LocatedFinding> findings() {
        return findings;
    }
}
