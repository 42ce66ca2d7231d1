package dk.grundskema.api.imports.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceRow;
import dk.grundskema.api.platform.Json;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lists ask for.
 *
 * @param interventions interventions as a problem's file has them, one for each type with a row
 * @param types         types of the interventions, in their order
 * @param rows          the rows that they are made of
 * @param broken        cells that are missing or can't be understood; the interventions are made without them, so that what else is wrong is
 *     found too, and are good for nothing else then
 * @param findings      what is wrong with rows
 */
public record Asked(
        List<Json> interventions,
        List<InterventionPlugin<?>> types,
        List<SourceRow> rows,
        Set<Cell> broken,
        List<FileFinding> findings) {
    /**
     * A cell of a list.
     *
     * @param type   id of the intervention type
     * @param origin the list, the row and the column
     */
    public record Cell(String type, InputList.Origin origin) {}

    private static final Pattern IN_PARAMETERS = Pattern.compile("/interventions/(\\d{1,6})/parameters(/.*)");

    /** Copies the lists. */
    public Asked {
        interventions = List.copyOf(interventions);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
        broken = Set.copyOf(broken);
        findings = List.copyOf(findings);
    }

    /** Where people mend what a pointer into the problem leads to: a cell, or its row; empty if it comes from no list. */
    public Optional<Place> place(String pointer) {
        return cell(pointer)
                .flatMap(at -> row(at).map(row -> {
                    Said cell = row.cells().get(at.origin().column());
                    return cell == null ? row.place() : cell.place();
                }));
    }

    private Optional<Cell> cell(String pointer) {
        var inside = IN_PARAMETERS.matcher(pointer);
        if (!inside.matches() || Integer.parseInt(inside.group(1)) >= types.size()) {
            return Optional.empty();
        }
        var plugin = types.get(Integer.parseInt(inside.group(1)));
        return plugin.originInLists(inside.group(2))
                .map(origin -> new Cell(plugin.type().id(), origin));
    }

    private Optional<SourceRow> row(Cell cell) {
        return rows.stream()
                .filter(row -> row.type().equals(cell.type())
                        && row.list().equals(cell.origin().list()))
                .skip(cell.origin().row())
                .findFirst();
    }

    /**
     * Whether what is wrong where a pointer leads to may only follow from a broken cell, of which is said already what is wrong with it: in
     * its row all but what people wrote into other cells.
     */
    public boolean followsFromBroken(String pointer) {
        return cell(pointer)
                .filter(at -> broken.stream().anyMatch(one -> isInSameRow(one, at)))
                .filter(at -> broken.contains(at)
                        || row(at).filter(row ->
                                        row.cells().containsKey(at.origin().column()))
                                .isEmpty())
                .isPresent();
    }

    private static boolean isInSameRow(Cell one, Cell other) {
        return one.type().equals(other.type())
                && one.origin().list().equals(other.origin().list())
                && one.origin().row() == other.origin().row();
    }
}
