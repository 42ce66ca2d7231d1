package dk.grundskema.api.imports.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.platform.Json;
import java.util.List;

/**
 * What lists ask for.
 *
 * @param interventions interventions as a problem's file has them, one for each type with a row
 * @param findings      what is wrong with rows
 */
public record Asked(List<Json> interventions, List<FileFinding> findings) {
    /** Copies the lists. */
    public Asked {
        interventions = List.copyOf(interventions);
        findings = List.copyOf(findings);
    }
}
