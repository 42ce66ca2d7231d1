package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.web.app.lists.ListPage;
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

/** A list as somebody typed it, what is wrong with it, and what it is in the problem. */
final class ListForm {
    /** Names of the fields with what cells hold begin so; their columns' numbers follow. */
    private static final String CELL = "c";

    private static final String ROW = "row";

    private final Sheet sheet;
    private final ListCells cells;
    private final List<Row> rows;
    private final List<Json> elements = new ArrayList<>();

    /** The row that each element comes from. */
    private final List<Integer> origins = new ArrayList<>();

    /** What is wrong with cells, by their row and column. */
    private final Map<String, List<String>> why = new HashMap<>();

    /** What is wrong elsewhere. */
    private final List<String> notes = new ArrayList<>();

    /**
     * A row.
     *
     * @param id    id of its element; empty if it is new
     * @param cells what was typed
     */
    private record Row(String id, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** Nothing of what was typed. */
        @Override
        public String toString() {
            return id;
        }
    }

    private ListForm(Sheet sheet, ListCells cells, List<Row> rows) {
        this.sheet = sheet;
        this.cells = cells;
        this.rows = List.copyOf(rows);
    }

    /** The list as it stands. */
    static ListForm standing(Sheet sheet, ListCells cells, List<Json> all) {
        List<Json.Structure> elements = structures(all);
        List<String> keys = sheet.keys(elements);
        return new ListForm(
                sheet,
                cells,
                IntStream.range(0, elements.size())
                        .mapToObj(i -> new Row(keys.get(i), shown(sheet, cells, elements.get(i))))
                        .toList());
    }

    private static List<Json.Structure> structures(List<Json> all) {
        return all.stream()
                .filter(Json.Structure.class::isInstance)
                .map(Json.Structure.class::cast)
                .toList();
    }

    private static List<String> shown(Sheet sheet, ListCells cells, Json.Structure element) {
        return sheet.columns().stream()
                .map(column -> cells.shown(column, element))
                .toList();
    }

    /**
     * What somebody typed.
     *
     * @param fields ids of rows, and of each column as many cells
     * @param all    the list as it stands
     * @param texts  in the reader's language
     */
    static ListForm typed(
            Sheet sheet, ListCells cells, MultiValueMap<String, String> fields, List<Json> all, Texts texts) {
        List<String> ids = fields.getOrDefault(ROW, List.of());
        var rows = IntStream.range(0, ids.size())
                .mapToObj(row -> new Row(
                        ids.get(row),
                        IntStream.range(0, sheet.columns().size())
                                .mapToObj(column -> at(fields.getOrDefault(CELL + column, List.of()), row))
                                .toList()))
                .toList();
        var form = new ListForm(sheet, cells, rows);
        form.read(all, texts);
        return form;
    }

    private static String at(List<String> all, int row) {
        return row < all.size() ? all.get(row) : "";
    }

    private void read(List<Json> all, Texts texts) {
        List<Json.Structure> standing = structures(all);
        Map<String, Json.Structure> known =
                sheet.known(rows.stream().map(Row::id).toList(), standing);
        Set<String> taken = new HashSet<>(sheet.keys(standing));
        for (int row = 0; row < rows.size(); row++) {
            Json.Structure was = known.get(rows.get(row).id());
            if (!isLeftOut(rows.get(row), was)) {
                var found = new ArrayList<Finding>();
                elements.add(element(row, was == null ? sheet.fresh(taken) : was, found));
                origins.add(row);
                found.forEach(one -> wrong(one.pointer(), texts.of(one)));
            }
        }
    }

    /** A row without anything in its cells is none, unless it was so before. */
    private boolean isLeftOut(Row row, Json.@Nullable Structure was) {
        return row.isEmpty()
                && (was == null || shown(sheet, cells, was).stream().anyMatch(one -> !one.isBlank()));
    }

    /** Only what was typed otherwise than it stands is another. */
    private Json element(int row, Json.Structure was, List<Finding> found) {
        var fields = new LinkedHashMap<>(was.fields());
        List<String> before = shown(sheet, cells, was);
        for (int i = 0; i < sheet.columns().size(); i++) {
            ListColumn column = sheet.columns().get(i);
            String text = rows.get(row).cells().get(i);
            boolean isNo = column.isNoIfEmpty() && text.isBlank();
            if (isNo || !text.strip().equals(before.get(i).strip())) {
                Json old = was.fields().getOrDefault(column.field(), Json.Nothing.NOTHING);
                Json value = cells.read(column, text, old, cell(row, i), found);
                if (value == null) {
                    fields.remove(column.field());
                } else {
                    fields.put(column.field(), value);
                }
            }
        }
        return new Json.Structure(fields);
    }

    private static String cell(int row, int column) {
        return "r" + row + "c" + column;
    }

    private void wrong(String cell, String text) {
        why.computeIfAbsent(cell, any -> new ArrayList<>()).add(text);
    }

    /** The list's elements as the problem is to have them. */
    List<Json> elements() {
        return List.copyOf(elements);
    }

    /** Whether something typed can't be understood. */
    boolean isWrong() {
        return !why.isEmpty();
    }

    /** Says what the problem would be wrong with: beside the cell if it is about one. */
    void refuse(String pointer, String text) {
        String[] parts = pointer.split("/", -1);
        boolean isInside = parts.length > 1 && parts[0].isEmpty() && parts[1].matches("\\d{1,6}");
        int element = isInside ? Integer.parseInt(parts[1]) : origins.size();
        if (element >= origins.size()) {
            note(text);
            return;
        }
        String field = parts.length > 2 ? parts[2] : "name";
        int column = IntStream.range(0, sheet.columns().size())
                .filter(i -> sheet.columns().get(i).field().equals(field))
                .findFirst()
                .orElse(0);
        wrong(cell(origins.get(element), column), text);
    }

    /** Says something of the list as a whole. */
    void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** What is to be said of the list as a whole. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Says beside each cell what it is by now, where somebody changed it meanwhile, and which rows came and went. */
    ListForm compared(List<Json> now, Texts texts) {
        List<Json.Structure> standing = structures(now);
        Map<String, Json.Structure> known =
                sheet.known(rows.stream().map(Row::id).toList(), standing);
        var all = new ArrayList<>(rows);
        Set<Json.Structure> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(known.values());
        ListForm there = standing(sheet, cells, now);
        IntStream.range(0, standing.size())
                .filter(i -> !seen.contains(standing.get(i)))
                .forEach(i -> all.add(there.rows.get(i)));
        var form = new ListForm(sheet, cells, all);
        form.why.putAll(why);
        for (int row = 0; row < all.size(); row++) {
            Json.Structure other = known.get(all.get(row).id());
            if (row >= rows.size()) {
                form.wrong(cell(row, 0), texts.text("pages.list-row-now"));
            } else if (other != null) {
                form.compare(row, shown(sheet, cells, other), texts);
            } else if (!all.get(row).id().isEmpty()) {
                form.wrong(cell(row, 0), texts.text("pages.list-row-gone"));
            }
        }
        return form;
    }

    private void compare(int row, List<String> now, Texts texts) {
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).strip().equals(rows.get(row).cells().get(i).strip())) {
                wrong(cell(row, i), texts.text("pages.list-now", now.get(i)));
            }
        }
    }

    /** The rows as they stand on the page. */
    List<ListPage.Row> shown() {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new ListPage.Row(
                        rows.get(row).id(),
                        IntStream.range(0, sheet.columns().size())
                                .mapToObj(column -> new ListPage.Cell(
                                        cell(row, column),
                                        rows.get(row).cells().get(column),
                                        why.getOrDefault(cell(row, column), List.of())))
                                .toList()))
                .toList();
    }
}
