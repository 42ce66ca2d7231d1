package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.FoldedFindings;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.TablePreview;
import dk.grundskema.api.imports.table.file.CellName;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.service.importing.ImportPreviewPage.NoteGrade;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewCell;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewNote;
import dk.grundskema.api.service.importing.ImportPreviewPage.PreviewRow;
import dk.grundskema.api.service.importing.ImportPreviewPage.UnderstoodCount;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds the preview of imported files: all findings in a list, and each also beside its cell or field. */
final class ImportPreviewPageBuilder {
    private static final Pattern PROGRAM_PLACE = Pattern.compile(
            "(line|lesson|activity|activities|group|class|student|students|teacher|room|classroom|id|period) (.+)",
            Pattern.DOTALL);

    /** A place in a file of a timetable program that an argument names alone, in brackets or among others. */
    private static final Pattern NAMED_PLACE =
            Pattern.compile("(?<=^|\\(|, )(line|lesson|activity) ([A-Za-z0-9_-]+)(?=$|\\)|, | …)");

    private static final String UNREAD_TABLE = "import.sheet.unknown";

    /** Findings about whole lists or rooms that are lost; they are first of their grade. */
    private static final Set<String> LOSSES = Set.of(UNREAD_TABLE, "import.room.kind-unknown");

    /** Number of rows shown of a table, in addition to rows with findings. */
    private static final int ROWS = 60;

    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 30;

    /** Fields of the page by pointer of findings about the whole problem. */
    private static final Map<String, String> FIELDS = Map.of(
            "/title", "title",
            "/interventions/0/parameters/firstDay", "first",
            "/interventions/0/parameters/lastDay", "last",
            "/interventions/0/parameters/weeks", "last",
            "/interventions/0/parameters/takesStudentsFromLessons", "by");

    private final NewPlanForm form;
    private final SchoolFileImporter.ImportPreview preview;
    private final List<ImportAnswer> answers;
    private final Texts texts;
    private final Map<SourceLocation, List<FileFinding>> byPlace = new HashMap<>();
    private final Map<SourceLocation, String> ids = new HashMap<>();

    /**
     * @param answers answers that were used, those of earlier imports included
     * @param texts   texts that resolve the names in findings
     */
    ImportPreviewPageBuilder(
            NewPlanForm form, SchoolFileImporter.ImportPreview preview, List<ImportAnswer> answers, Texts texts) {
        this.form = form;
        this.preview = preview;
        this.answers = answers;
        this.texts = texts;
        preview.imported()
                .findings()
                .forEach(one -> byPlace.computeIfAbsent(one.place(), any -> new ArrayList<>())
                        .add(one));
    }

    ImportPreviewPage build() {
        var tables = new ArrayList<ImportPreviewPage.PreviewTable>();
        for (int i = 0; i < preview.tables().size(); i++) {
            tables.add(table(i, preview.tables().get(i)));
        }
        List<PreviewNote> all = notes();
        return ImportPreviewPage.of(
                understoodCounts(preview.imported().understood()),
                all,
                new ImportQuestionFormatter(texts).format(preview.questions(), answers, form.isCamp()),
                warningsDigest(all),
                tables);
    }

    private static List<UnderstoodCount> understoodCounts(ImportCounts understood) {
        return Stream.of(
                        new UnderstoodCount("staff", understood.staff()),
                        new UnderstoodCount("students", understood.students()),
                        new UnderstoodCount("rooms", understood.rooms()),
                        new UnderstoodCount("classes", understood.classes()),
                        new UnderstoodCount("courses", understood.courses()),
                        new UnderstoodCount("lessons", understood.lessons()),
                        new UnderstoodCount("interventions", understood.interventions()))
                .filter(one -> one.number() > 0)
                .toList();
    }

    /** Returns a digest that changes when a warning is added or removed. */
    private static String warningsDigest(List<PreviewNote> notes) {
        return String.valueOf(notes.stream()
                .filter(one -> one.grade() == NoteGrade.DOUBTFUL)
                .map(one -> one.place() + one.text())
                .sorted()
                .toList()
                .hashCode());
    }

    private List<PreviewNote> notes() {
        Stream<PreviewNote> typed = form.wrong().stream()
                .map(one -> new PreviewNote(grade(one), texts.sentenceOf(one), "", one.pointer(), one.pointer(), 1));
        Set<String> filesWithTables =
                preview.tables().stream().map(seen -> seen.table().file()).collect(Collectors.toSet());
        Map<Boolean, List<FileFinding>> byKind = preview.imported().findings().stream()
                .filter(one -> !isIrrelevantForCamp(one))
                .collect(Collectors.partitioningBy(one -> filesWithTables.contains(one.file())));
        Stream<PreviewNote> read = Stream.concat(
                byKind.getOrDefault(true, List.of()).stream()
                        .sorted(Comparator.comparing(
                                one -> !LOSSES.contains(one.finding().code())))
                        .map(this::note),
                FoldedFindings.fold(byKind.getOrDefault(false, List.of())).stream()
                        .map(this::foldedNote));
        return Stream.concat(typed, read)
                .sorted(Comparator.comparing(PreviewNote::grade))
                .toList();
    }

    /** Ignores findings about lessons and the school year, which a camp does not have. */
    private boolean isIrrelevantForCamp(FileFinding one) {
        String code = one.finding().code();
        return form.isCamp() && (code.startsWith("import.year.") || code.equals("import.no-lessons"));
    }

    /** Returns the note of the first finding of a kind; it says how many more there are. Findings in tables, which are corrected cell by cell, are not folded. */
    private PreviewNote foldedNote(FoldedFindings kind) {
        PreviewNote first = note(kind.first());
        if (kind.more() == 0) {
            return first;
        }
        List<String> places = Stream.concat(
                        kind.examples().stream()
                                .skip(1)
                                .map(one -> one.finding().pointer())
                                .filter(where -> !where.isEmpty()),
                        kind.places().stream())
                .map(this::placeName)
                .distinct()
                .toList();
        int more = kind.examples().size() - 1 + kind.more();
        String text = first.text() + " " + texts.text("import.more-of-kind", more, places.isEmpty() ? 0 : 1, places);
        return new PreviewNote(first.grade(), text, first.place(), first.field(), first.to(), 1 + more);
    }

    private PreviewNote note(FileFinding one) {
        Finding finding = one.finding();
        String text = messageOf(one);
        if (one.file().equals(SchoolFileImporter.WHOLE)) {
            String field = FIELDS.getOrDefault(finding.pointer(), "");
            return new PreviewNote(grade(finding), text, "", field, field, 1);
        }
        String where = finding.pointer().isEmpty() ? one.file() : one.file() + " · " + placeName(finding.pointer());
        return new PreviewNote(
                grade(finding),
                text,
                where,
                "",
                Optional.ofNullable(ids.get(one.place())).orElse(""),
                1);
    }

    /** Returns a place in a file of a timetable program, such as {@code line 12}, in words of the language; other places as they are. */
    private String placeName(String where) {
        Matcher place = PROGRAM_PLACE.matcher(where);
        return place.matches() ? texts.text("import.place." + place.group(1), place.group(2)) : where;
    }

    /** Returns a finding with the places that its arguments name in words of the language. */
    private Finding withPlaceNames(Finding one) {
        return new Finding(
                one.code(),
                one.severity(),
                one.pointer(),
                one.arguments().stream().map(this::withPlaceNames).toList());
    }

    private Object withPlaceNames(Object argument) {
        return switch (argument) {
            case String text ->
                NAMED_PLACE
                        .matcher(text)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(texts.text("import.place." + place.group(1), place.group(2))));
            case List<?> all -> all.stream().<Object>map(this::withPlaceNames).toList();
            default -> argument;
        };
    }

    /** Returns the message. For findings in files uses the wording beside fields, because the page accepts no mapping file. */
    private String messageOf(FileFinding one) {
        return one.file().equals(SchoolFileImporter.WHOLE)
                ? texts.sentenceOf(one.finding())
                : texts.sentenceBesideField(withPlaceNames(one.finding()));
    }

    private static NoteGrade grade(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> NoteGrade.WRONG;
            case WARNING -> NoteGrade.DOUBTFUL;
            case INFO -> NoteGrade.NOTED;
        };
    }

    private ImportPreviewPage.PreviewTable table(int number, TablePreview seen) {
        Table table = seen.table();
        int from = seen.headings() + 1;
        List<Integer> rows = IntStream.range(from, table.rows().size())
                .filter(row -> !table.isBlank(row))
                .boxed()
                .toList();
        var shown = new TreeSet<>(rows.stream().limit(ROWS).toList());
        List<CellName.Cell> spokenOf = annotatedCells(table);
        spokenOf.stream()
                .map(CellName.Cell::row)
                .filter(row -> row != seen.headings())
                .distinct()
                .sorted()
                .limit(MOST_ROWS)
                .forEach(shown::add);
        int width = Math.min(MOST_COLUMNS, width(table, seen.headings(), shown, spokenOf));
        List<PreviewCell> headings =
                seen.headings() < 0 ? List.of() : cells(number, table, seen.headings(), width, seen.headings());
        return new ImportPreviewPage.PreviewTable(
                table.file(),
                table.name(),
                byPlace.getOrDefault(table.place(), List.of()).stream()
                        .noneMatch(one -> one.finding().code().equals(UNREAD_TABLE)),
                rows.size(),
                headings,
                shown.stream()
                        .map(row -> new PreviewRow(
                                row + 1, isUnread(table, row), cells(number, table, row, width, seen.headings())))
                        .toList(),
                (int) rows.stream().filter(row -> !shown.contains(row)).count());
    }

    /** Returns the cells with findings or corrections. They may be below the last row, such as formulas without results. */
    private List<CellName.Cell> annotatedCells(Table table) {
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

    /** Returns whether a row contains only formulas without results. Such a row is often a sum below a list. */
    private boolean isUnread(Table table, int row) {
        return table.isBlank(row)
                && IntStream.range(0, MOST_COLUMNS)
                        .mapToObj(column -> byPlace.getOrDefault(table.place(row, column), List.of()))
                        .flatMap(List::stream)
                        .anyMatch(TableReadResult::isUnknownValue);
    }

    private List<PreviewCell> cells(int number, Table table, int row, int width, int headings) {
        return IntStream.range(0, width)
                .mapToObj(column -> cell(number, table, row, column, headings))
                .toList();
    }

    /** Shows a formula without a result as its text, so that it can be cleared. */
    private static String displayText(String text, List<FileFinding> said) {
        return said.stream()
                .filter(TableReadResult::isUnknownValue)
                .map(one -> String.valueOf(one.finding().arguments().getFirst()))
                .findFirst()
                .orElse(text);
    }

    private PreviewCell cell(int number, Table table, int row, int column, int headings) {
        SourceLocation place = table.place(row, column);
        String id = "t%d-%s".formatted(number, CellName.of(row, column));
        ids.put(place, id);
        List<FileFinding> said = byPlace.getOrDefault(place, List.of());
        String heading = headings < 0 ? "" : table.text(headings, column);
        return new PreviewCell(
                id,
                place.where(),
                (heading.isEmpty() ? "" : heading + ", ") + CellName.of(row, column),
                displayText(table.text(row, column), said),
                form.mended().containsKey(place),
                said.stream().anyMatch(one -> one.finding().severity() == Severity.ERROR),
                said.stream().map(this::messageOf).toList());
    }
}
