package dk.grundskema.api.imports.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceRow;
import dk.grundskema.api.platform.Json;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lists ask for.
 *
 * @param interventions interventions as a problem's file has them, one for each type with a row
 * @param types         types of the interventions, in their order
 * @param rows          the rows that they are made of
 * @param findings      what is wrong with rows
 */
public record Asked(
        List<Json> interventions, List<InterventionPlugin<?>> types, List<SourceRow> rows, List<FileFinding> findings) {
    private static final Pattern IN_PARAMETERS = Pattern.compile("/interventions/(\\d{1,6})/parameters(/.*)");

    /** Copies the lists. */
    public Asked {
        interventions = List.copyOf(interventions);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** Where people mend what a pointer into the problem leads to: a cell, or its row; empty if it comes from no list. */
    public Optional<Place> place(String pointer) {
        var inside = IN_PARAMETERS.matcher(pointer);
        if (!inside.matches() || Integer.parseInt(inside.group(1)) >= types.size()) {
            return Optional.empty();
        }
        var plugin = types.get(Integer.parseInt(inside.group(1)));
        return plugin.originInLists(inside.group(2))
                .flatMap(origin -> rows.stream()
                        .filter(row -> row.type().equals(plugin.type().id())
                                && row.list().equals(origin.list()))
                        .skip(origin.row())
                        .findFirst()
                        .map(row -> {
                            Said cell = row.cells().get(origin.column());
                            return cell == null ? row.place() : cell.place();
                        }));
    }
}
