package dk.grundskema.api.imports.interventions;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.people.StudentName;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Interventions created from lists.
 *
 * @param interventions interventions as JSON, one for each type with a row
 * @param types         types of the interventions, in the same order
 * @param rows          the source rows
 * @param broken        cells that are missing or unusable; the interventions are created without them only to find further errors, and must
 *                      not be used otherwise
 * @param findings      errors in rows
 */
public record ListedInterventions(
        List<Json> interventions,
        List<InterventionPlugin<?>> types,
        List<SourceListRow> rows,
        Set<Cell> broken,
        List<FileFinding> findings) {
    /**
     * A cell of a list.
     *
     * @param type   id of the intervention type
     * @param origin list, row and column
     */
    public record Cell(String type, InputList.CellOrigin origin) {}

    private static final Pattern IN_PARAMETERS = Pattern.compile("/interventions/(\\d{1,6})/parameters(/.*)");

    /** Copies the lists. */
    public ListedInterventions {
        interventions = List.copyOf(interventions);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
        broken = Set.copyOf(broken);
        findings = List.copyOf(findings);
    }

    /** Returns the cell, or its row, that a pointer into the problem comes from; empty if it comes from no list. */
    public Optional<SourceLocation> locate(String pointer) {
        return findCell(pointer)
                .flatMap(at -> findRow(at).map(row -> {
                    SourceText cell = row.cells().get(at.origin().column());
                    return cell == null ? row.place() : cell.place();
                }));
    }

    /** Returns the student of the row that a pointer into the problem comes from; empty if it comes from no such row. */
    public Optional<StudentName> findStudent(String pointer) {
        return findCell(pointer)
                .flatMap(at -> findRow(at)
                        .flatMap(row -> types.stream()
                                .filter(plugin -> plugin.type().id().equals(at.type()))
                                .flatMap(plugin -> plugin.lists().stream())
                                .filter(list -> list.key().equals(row.list()))
                                .flatMap(list -> student(list, row).stream())
                                .findFirst()));
    }

    /** Returns the student that a row is about; empty if its list is of something else. */
    static Optional<StudentName> student(InputList list, SourceListRow row) {
        return list.columns().stream()
                .filter(column -> column.kind() == InputList.Kind.STUDENT && !column.many())
                .flatMap(column -> Stream.ofNullable(row.cells().get(column.key())))
                .map(cell -> new StudentName(cell.text().strip()))
                .findFirst();
    }

    private Optional<Cell> findCell(String pointer) {
        var inside = IN_PARAMETERS.matcher(pointer);
        if (!inside.matches() || Integer.parseInt(inside.group(1)) >= types.size()) {
            return Optional.empty();
        }
        var plugin = types.get(Integer.parseInt(inside.group(1)));
        return plugin.originInLists(inside.group(2))
                .map(origin -> new Cell(plugin.type().id(), origin));
    }

    private Optional<SourceListRow> findRow(Cell cell) {
        return rows.stream()
                .filter(row -> row.type().equals(cell.type())
                        && row.list().equals(cell.origin().list()))
                .skip(cell.origin().row())
                .findFirst();
    }

    /**
     * Whether an error at a pointer may only follow from a broken cell, which is already reported: everything in the same row except values
     * of other filled cells.
     */
    public boolean followsFromBrokenCell(String pointer) {
        return findCell(pointer)
                .filter(at -> broken.stream().anyMatch(one -> isInSameRow(one, at)))
                .filter(at -> broken.contains(at)
                        || findRow(at)
                                .filter(row ->
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
