package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A submitted table: its rows, the elements parsed from them, and the errors. Cells with unchanged text keep the stored value exactly; rows
 * without any text are left out.
 */
final class TableForm {
    /** Prefix of field names of cells; the index of the column follows. */
    private static final String CELL = "c";

    private static final String ROW = "row";

    private final TableSchema sheet;
    private final ListCellCodec cells;
    private final List<Row> rows;
    private final List<Json> elements = new ArrayList<>();

    /** Index of the row that each element comes from. */
    private final List<Integer> originalRows = new ArrayList<>();

    /** Errors of cells by row and column. */
    private final Map<String, List<String>> errors = new HashMap<>();

    /** Errors of the table as a whole. */
    private final List<String> notes = new ArrayList<>();

    /**
     * A row.
     *
     * @param id    id of its element; empty if new
     * @param cells submitted texts
     */
    private record Row(String id, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** Leaves out the input. */
        @Override
        public String toString() {
            return id;
        }
    }

    private TableForm(TableSchema sheet, ListCellCodec cells, List<Row> rows) {
        this.sheet = sheet;
        this.cells = cells;
        this.rows = List.copyOf(rows);
    }

    /** Returns the form of the stored list. */
    static TableForm ofCurrent(TableSchema sheet, ListCellCodec cells, List<Json> all) {
        List<Json.JsonObject> elements = structures(all);
        List<String> keys = sheet.keys(elements);
        return new TableForm(
                sheet,
                cells,
                IntStream.range(0, elements.size())
                        .mapToObj(i -> new Row(keys.get(i), shown(sheet, cells, elements.get(i))))
                        .toList());
    }

    private static List<Json.JsonObject> structures(List<Json> all) {
        return all.stream()
                .filter(Json.JsonObject.class::isInstance)
                .map(Json.JsonObject.class::cast)
                .toList();
    }

    private static List<String> shown(TableSchema sheet, ListCellCodec cells, Json.JsonObject element) {
        return sheet.columns().stream()
                .map(column -> cells.format(column, element))
                .toList();
    }

    /**
     * Parses a submitted form.
     *
     * @param fields ids of rows, and the cells by column
     * @param all    the stored list
     * @param texts  texts in the reader's language
     */
    static TableForm ofSubmitted(
            TableSchema sheet, ListCellCodec cells, MultiValueMap<String, String> fields, List<Json> all, Texts texts) {
        List<String> ids = fields.getOrDefault(ROW, List.of());
        var rows = IntStream.range(0, ids.size())
                .mapToObj(row -> new Row(
                        ids.get(row),
                        IntStream.range(0, sheet.columns().size())
                                .mapToObj(column -> valueAt(fields.getOrDefault(CELL + column, List.of()), row))
                                .toList()))
                .toList();
        var form = new TableForm(sheet, cells, rows);
        form.read(all, texts);
        return form;
    }

    private static String valueAt(List<String> all, int row) {
        return row < all.size() ? all.get(row) : "";
    }

    private void read(List<Json> all, Texts texts) {
        List<Json.JsonObject> standing = structures(all);
        Map<String, Json.JsonObject> known =
                sheet.matchRows(rows.stream().map(Row::id).toList(), standing);
        Set<String> taken = new HashSet<>(sheet.keys(standing));
        for (int row = 0; row < rows.size(); row++) {
            Json.JsonObject was = known.get(rows.get(row).id());
            if (!isLeftOut(rows.get(row), was)) {
                var found = new ArrayList<Finding>();
                elements.add(element(row, was == null ? sheet.newRow(taken) : was, found));
                originalRows.add(row);
                found.forEach(one -> addError(one.pointer(), texts.sentenceOf(one)));
            }
        }
    }

    /** Returns whether a row is left out: it is empty, and was not empty before. */
    private boolean isLeftOut(Row row, Json.@Nullable JsonObject was) {
        return row.isEmpty()
                && (was == null || shown(sheet, cells, was).stream().anyMatch(one -> !one.isBlank()));
    }

    /** Parses a row; only cells whose text has changed get a new value. */
    private Json element(int row, Json.JsonObject was, List<Finding> found) {
        var fields = new LinkedHashMap<>(was.fields());
        List<String> before = shown(sheet, cells, was);
        for (int i = 0; i < sheet.columns().size(); i++) {
            ListColumn column = sheet.columns().get(i);
            String text = rows.get(row).cells().get(i);
            boolean isNo = column.isNoIfEmpty() && text.isBlank();
            if (isNo || !text.strip().equals(before.get(i).strip())) {
                Json old = was.fields().getOrDefault(column.field(), Json.JsonNull.NOTHING);
                Json value = cells.read(column, text, old, cell(row, i), found);
                if (value == null) {
                    fields.remove(column.field());
                } else {
                    fields.put(column.field(), value);
                }
            }
        }
        return new Json.JsonObject(fields);
    }

    private static String cell(int row, int column) {
        return "r" + row + "c" + column;
    }

    private void addError(String cell, String text) {
        errors.computeIfAbsent(cell, any -> new ArrayList<>()).add(text);
    }

    /** Returns the elements to store. */
    List<Json> elements() {
        return List.copyOf(elements);
    }

    /** Returns whether any cell is invalid. */
    boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Adds an error of the problem, beside its cell if it refers to one. */
    void addRefusal(String pointer, String text) {
        String[] parts = pointer.split("/", -1);
        boolean isInside = parts.length > 1 && parts[0].isEmpty() && parts[1].matches("\\d{1,6}");
        int element = isInside ? Integer.parseInt(parts[1]) : originalRows.size();
        if (element >= originalRows.size()) {
            addNote(text);
            return;
        }
        String field = parts.length > 2 ? parts[2] : "name";
        int column = IntStream.range(0, sheet.columns().size())
                .filter(i -> sheet.columns().get(i).field().equals(field))
                .findFirst()
                .orElse(0);
        addError(cell(originalRows.get(element), column), text);
    }

    /** Adds a message about the list as a whole. */
    void addNote(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Returns messages about the list as a whole. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Returns a copy that shows concurrent changes: the current value beside each changed cell, and added and removed rows. */
    TableForm compareWith(List<Json> now, Texts texts) {
        List<Json.JsonObject> standing = structures(now);
        Map<String, Json.JsonObject> known =
                sheet.matchRows(rows.stream().map(Row::id).toList(), standing);
        var all = new ArrayList<>(rows);
        Set<Json.JsonObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(known.values());
        TableForm there = ofCurrent(sheet, cells, now);
        IntStream.range(0, standing.size())
                .filter(i -> !seen.contains(standing.get(i)))
                .forEach(i -> all.add(there.rows.get(i)));
        var form = new TableForm(sheet, cells, all);
        form.errors.putAll(errors);
        for (int row = 0; row < all.size(); row++) {
            Json.JsonObject other = known.get(all.get(row).id());
            if (row >= rows.size()) {
                form.addError(cell(row, 0), texts.text("pages.list-row-now"));
            } else if (other != null) {
                form.markChanges(row, shown(sheet, cells, other), texts);
            } else if (!all.get(row).id().isEmpty()) {
                form.addError(cell(row, 0), texts.text("pages.list-row-gone"));
            }
        }
        return form;
    }

    private void markChanges(int row, List<String> now, Texts texts) {
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).strip().equals(rows.get(row).cells().get(i).strip())) {
                addError(cell(row, i), texts.text("pages.list-now", now.get(i)));
            }
        }
    }

    /** Returns the rows for the page. */
    List<SchoolListPage.Row> shown() {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new SchoolListPage.Row(
                        rows.get(row).id(),
                        IntStream.range(0, sheet.columns().size())
                                .mapToObj(column -> new SchoolListPage.Cell(
                                        cell(row, column),
                                        rows.get(row).cells().get(column),
                                        errors.getOrDefault(cell(row, column), List.of())))
                                .toList()))
                .toList();
    }
}
