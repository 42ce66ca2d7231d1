package dk.grundskema.api.cli;

import java.util.List;
import java.util.function.Function;

/** The input can't be used: the command ends, having written nothing. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Placed> findings;
    private final transient Function<Object, Object> names;

    /**
     * @param findings everything that was found, an error at least
     * @param names    names of what has an id, as far as they are known
     */
    BadInputException(List<Placed> findings, Function<Object, Object> names) {
        super("The input has (%d) findings.\nMaybe one of them says why?".formatted(findings.size()));
        this.findings = List.copyOf(findings);
        this.names = names;
    }

    /** Names of what has an id. */
    Function<Object, Object> names() {
        return names;
    }

    /** Everything that was found. */
    List<Placed> findings() {
        return findings;
    }
}
