package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.imports.assembly.Understood;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.table.SeenTable;
import dk.grundskema.api.imports.table.file.CellName;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.Tables;
import dk.grundskema.api.server.plans.Imports;
import dk.grundskema.api.web.app.lists.Looked;
import dk.grundskema.api.web.app.lists.Looked.Cell;
import dk.grundskema.api.web.app.lists.Looked.Count;
import dk.grundskema.api.web.app.lists.Looked.Grade;
import dk.grundskema.api.web.app.lists.Looked.Line;
import dk.grundskema.api.web.app.lists.Looked.Note;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts together what came of files: each finding beside its cell or field, and all of them above. */
final class Looking {
    /** So many rows of a table are shown, and all of which something is to be said. */
    private static final int ROWS = 60;

    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 30;

    /** Fields of the page, by where findings of the whole lead to. */
    private static final Map<String, String> FIELDS = Map.of(
            "/title", "title",
            "/interventions/0/parameters/firstDay", "first",
            "/interventions/0/parameters/lastDay", "last",
            "/interventions/0/parameters/weeks", "last",
            "/interventions/0/parameters/takesStudentsFromLessons", "by");

    private final NewPlanForm form;
    private final Imports.Preview preview;
    private final Texts texts;
    private final Map<Place, List<FileFinding>> byPlace = new HashMap<>();
    private final Map<Place, String> ids = new HashMap<>();

    /** @param texts with the names of whom findings are about */
    Looking(NewPlanForm form, Imports.Preview preview, Texts texts) {
        this.form = form;
        this.preview = preview;
        this.texts = texts;
        preview.imported()
                .findings()
                .forEach(one -> byPlace.computeIfAbsent(one.place(), any -> new ArrayList<>())
                        .add(one));
    }

    Looked looked() {
        var tables = new ArrayList<Looked.Table>();
        for (int i = 0; i < preview.tables().size(); i++) {
            tables.add(table(i, preview.tables().get(i)));
        }
        List<Note> all = notes();
        return Looked.of(counts(preview.imported().understood()), all, seen(all), tables);
    }

    private static List<Count> counts(Understood understood) {
        return Stream.of(
                        new Count("staff", understood.staff()),
                        new Count("students", understood.students()),
                        new Count("rooms", understood.rooms()),
                        new Count("classes", understood.classes()),
                        new Count("courses", understood.courses()),
                        new Count("lessons", understood.lessons()),
                        new Count("interventions", understood.interventions()))
                .filter(one -> one.number() > 0)
                .toList();
    }

    /** Changes when another warning comes, but not when one is gone. */
    private static String seen(List<Note> notes) {
        return String.valueOf(notes.stream()
                .filter(one -> one.grade() == Grade.DOUBTFUL)
                .map(one -> one.place() + one.text())
                .sorted()
                .toList()
                .hashCode());
    }

    private List<Note> notes() {
        Stream<Note> typed =
                form.wrong().stream().map(one -> new Note(grade(one), texts.of(one), "", one.pointer(), one.pointer()));
        Stream<Note> read = preview.imported().findings().stream()
                .filter(one -> !saysNothingOfACamp(one))
                .map(this::note);
        return Stream.concat(typed, read)
                .sorted(Comparator.comparing(Note::grade))
                .toList();
    }

    /** A camp has neither lessons nor a school year. */
    private boolean saysNothingOfACamp(FileFinding one) {
        String code = one.finding().code();
        return form.isCamp() && (code.startsWith("import.year.") || code.equals("import.no-lessons"));
    }

    private Note note(FileFinding one) {
        Finding finding = one.finding();
        String text = said(one);
        if (one.file().equals(Imports.WHOLE)) {
            String field = FIELDS.getOrDefault(finding.pointer(), "");
            return new Note(grade(finding), text, "", field, field);
        }
        String where = finding.pointer().isEmpty() ? one.file() : one.file() + " · " + finding.pointer();
        return new Note(
                grade(finding),
                text,
                where,
                "",
                Optional.ofNullable(ids.get(one.place())).orElse(""));
    }

    /** What is said of files says what can be done about it here: a page takes no mapping file. */
    private String said(FileFinding one) {
        return one.file().equals(Imports.WHOLE) ? texts.of(one.finding()) : texts.beside(one.finding());
    }

    private static Grade grade(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Grade.WRONG;
            case WARNING -> Grade.DOUBTFUL;
            case INFO -> Grade.NOTED;
        };
    }

    private Looked.Table table(int number, SeenTable seen) {
        Table table = seen.table();
        int from = seen.headings() + 1;
        List<Integer> rows = IntStream.range(from, table.rows().size())
                .filter(row -> !table.isBlank(row))
                .boxed()
                .toList();
        var shown = new TreeSet<>(rows.stream().limit(ROWS).toList());
        List<CellName.Cell> spokenOf = spokenOf(table);
        spokenOf.stream()
                .map(CellName.Cell::row)
                .filter(row -> row != seen.headings())
                .distinct()
                .sorted()
                .limit(MOST_ROWS)
                .forEach(shown::add);
        int width = Math.min(MOST_COLUMNS, width(table, seen.headings(), shown, spokenOf));
        List<Cell> headings =
                seen.headings() < 0 ? List.of() : cells(number, table, seen.headings(), width, seen.headings());
        return new Looked.Table(
                table.file(),
                table.name(),
                rows.size(),
                headings,
                shown.stream()
                        .map(row -> new Line(
                                row + 1, isUnread(table, row), cells(number, table, row, width, seen.headings())))
                        .toList(),
                (int) rows.stream().filter(row -> !shown.contains(row)).count());
    }

    /** Cells of a table that there is something to say of, or that were mended; they may stand below its last row, as formulas without results do. */
    private List<CellName.Cell> spokenOf(Table table) {
        return Stream.concat(byPlace.keySet().stream(), form.mended().keySet().stream())
                .flatMap(place -> table.cell(place).stream())
                .filter(cell -> cell.column() < MOST_COLUMNS)
                .toList();
    }

    private static int width(Table table, int headings, Set<Integer> shown, List<CellName.Cell> spokenOf) {
        IntStream filled = Stream.concat(Stream.of(Math.max(0, headings)), shown.stream())
                .mapToInt(
                        row -> row < table.rows().size() ? table.rows().get(row).size() : 0);
        IntStream said = spokenOf.stream().mapToInt(cell -> cell.column() + 1);
        return IntStream.concat(filled, said).max().orElse(0);
    }

    /** Whether a row has nothing but formulas without results: of a list it may well be no row at all, but a sum below it. */
    private boolean isUnread(Table table, int row) {
        return table.isBlank(row)
                && IntStream.range(0, MOST_COLUMNS)
                        .mapToObj(column -> byPlace.getOrDefault(table.place(row, column), List.of()))
                        .flatMap(List::stream)
                        .anyMatch(Tables::isOfCell);
    }

    private List<Cell> cells(int number, Table table, int row, int width, int headings) {
        return IntStream.range(0, width)
                .mapToObj(column -> cell(number, table, row, column, headings))
                .toList();
    }

    /** A formula without a result is shown itself, so that there is something to be cleared. */
    private static String shown(String text, List<FileFinding> said) {
        return said.stream()
                .filter(Tables::isOfCell)
                .map(one -> String.valueOf(one.finding().arguments().getFirst()))
                .findFirst()
                .orElse(text);
    }

    private Cell cell(int number, Table table, int row, int column, int headings) {
        Place place = table.place(row, column);
        String id = "t%d-%s".formatted(number, CellName.of(row, column));
        ids.put(place, id);
        List<FileFinding> said = byPlace.getOrDefault(place, List.of());
        String heading = headings < 0 ? "" : table.text(headings, column);
        return new Cell(
                id,
                place.where(),
                (heading.isEmpty() ? "" : heading + ", ") + CellName.of(row, column),
                shown(table.text(row, column), said),
                form.mended().containsKey(place),
                said.stream().anyMatch(one -> one.finding().severity() == Severity.ERROR),
                said.stream().map(this::said).toList());
    }
}
