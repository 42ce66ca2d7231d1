package dk.grundskema.domain;

import dk.grundskema.domain.finding.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** The findings of a record about its values, as code and pointer. */
public final class ValidationCodes {
    private ValidationCodes() {}

    /** Findings of creating the record; empty if it can be created. */
    public static List<String> of(Executable making) {
        try {
            making.execute();
            return List.of();
        } catch (InvalidValueException e) {
            return e.findings().stream()
                    .map(finding -> (finding.code() + " " + finding.pointer()).strip())
                    .toList();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
