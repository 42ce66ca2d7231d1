package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RecordValidator;
import java.util.List;

/**
 * No team has the same subject in two modules in a row of one date, whatever is between them that is not a module.
 *
 * @param except ids of subjects that may be taught in double modules; empty means none
 * @param level  how binding it is; a wish has the weight that the plan gives its rule
 */
public record DoubleModuleBan(
        List<String> except, @Default("\"HARD\"") Level level) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a subject is named twice */
    public DoubleModuleBan {
        except = List.copyOf(except);
        new RecordValidator().distinct("except", except).throwIfInvalid();
    }
}
