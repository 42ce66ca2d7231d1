package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.CellReading;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.table.file.BlankRunLimiter;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats and parses the cells of a table. Parsing reports findings for the cell instead of failing. */
final class ListCellCodec {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<String, List<Json>> lists;
    private final Map<String, ElementNameIndex> nameIndexes = new HashMap<>();
    private final SubjectIndex subjects;
    private final CellCodec cells;
    private final AvailabilityCellCodec availability;
    private final RoomKindCellCodec kinds;
    private final Texts texts;

    /**
     * @param lists    lists of objects with {@code id} and {@code name} to which cells refer
     * @param subjects known subjects, some of which contain a slash
     * @param cells    codec of values
     * @param texts    texts in the reader's language
     */
    ListCellCodec(Map<String, List<Json>> lists, SubjectIndex subjects, CellCodec cells, Texts texts) {
        this.lists = Map.copyOf(lists);
        this.subjects = subjects;
        this.cells = cells;
        this.availability = new AvailabilityCellCodec(cells, texts.locale());
        this.kinds = new RoomKindCellCodec(lists.getOrDefault("rooms", List.of()), texts);
        this.texts = texts;
    }

    /** Returns a column for the page. */
    SchoolListPage.Column column(ListColumn column) {
        boolean isChoice = column.form() == ListColumn.CellForm.CHOICE;
        boolean isNarrow = switch (column.form()) {
            case NUMBER, YES_NO, DATE, TIME, WEEK -> true;
            case TEXT, NEVER, NAMED, MEMBERS, CHOICE, ROOM_KIND, SUBJECT -> false;
        };
        return new SchoolListPage.Column(
                column.field(),
                column.label(),
                column.form() == ListColumn.CellForm.ROOM_KIND ? kinds.hint() : column.hint(),
                choices(column),
                isChoice ? names(column).toList() : List.of(),
                isNarrow && !column.isMany());
    }

    /** Returns the options offered in a column; empty if none, or if cells have several values. */
    private List<String> choices(ListColumn column) {
        if (column.isMany()) {
            return List.of();
        }
        return switch (column.form()) {
            case NAMED, CHOICE -> names(column).distinct().toList();
            case YES_NO -> List.of(word(YES), word(NO));
            case ROOM_KIND -> kinds.usualNames();
            case TEXT, NUMBER, DATE, TIME, WEEK, NEVER, MEMBERS, SUBJECT -> List.of();
        };
    }

    /** Returns the options with their display texts. */
    private List<Option> options(ListColumn column) {
        return column.options().isEmpty()
                ? Stream.of(column.among().split("\\|"))
                        .map(one -> new Option(one, word(one)))
                        .toList()
                : column.options();
    }

    private String word(String choice) {
        return texts.text("pages.list-choice-" + choice);
    }

    /** Returns the text of a cell. */
    String format(ListColumn column, Json.JsonObject element) {
        Json value = element.fields().getOrDefault(column.field(), Json.JsonNull.NOTHING);
        if (column.form() == ListColumn.CellForm.NEVER) {
            return availability.format(value);
        }
        if (column.form() == ListColumn.CellForm.MEMBERS) {
            return elements(value).stream()
                    .map(one -> nameIndex(column.among()).nameOf(memberId(one)))
                    .collect(Collectors.joining(", "));
        }
        return column.isMany() ? join(column, elements(value)) : convertOne(column, value);
    }

    private String join(ListColumn column, List<Json> values) {
        List<String> all = values.stream().map(one -> convertOne(column, one)).toList();
        return isClosedVocabulary(column) ? WordSplitter.joinNames(all) : WordSplitter.joinValues(all);
    }

    private String convertOne(ListColumn column, Json value) {
        return switch (value) {
            case Json.JsonString text ->
                switch (column.form()) {
                    case NAMED -> nameIndex(column.among()).nameOf(text.value());
                    case CHOICE -> choiceText(column, text.value());
                    case ROOM_KIND -> kinds.format(text.value());
                    case DATE -> format(text.value(), LocalDate::parse, CellCodec::formatDate);
                    case TIME ->
                        format(text.value(), LocalTime::parse, one -> CellCodec.formatTime(one, texts.locale()));
                    case WEEK -> format(text.value(), IsoWeek::parse, cells::formatWeek);
                    case TEXT, NUMBER, YES_NO, NEVER, MEMBERS, SUBJECT -> text.value();
                };
            case Json.JsonNumber number -> CellCodec.formatNumber(number.value(), texts.locale());
            case Json.JsonBoolean truth -> word(truth.value() ? YES : NO);
            case Json.JsonNull none -> "";
            case Json.JsonArray list -> "";
            case Json.JsonObject structure -> "";
        };
    }

    private String choiceText(ListColumn column, String value) {
        return options(column).stream()
                .filter(one -> one.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }

    /** Formats a text in file format; returns one that is no such value unchanged. */
    private static <T> String format(String text, Function<String, T> parse, Function<T, String> format) {
        try {
            return format.apply(parse.apply(text));
        } catch (DateTimeException | InvalidValueException e) {
            return text;
        }
    }

    private static String memberId(Json one) {
        return one instanceof Json.JsonString id ? id.value() : text(one, "studentId");
    }

    private ElementNameIndex nameIndex(String list) {
        return nameIndexes.computeIfAbsent(list, one -> new ElementNameIndex(lists.getOrDefault(one, List.of())));
    }

    /**
     * Parses a cell; {@code null} if it is empty or invalid.
     *
     * @param was previous value
     * @param at  pointer of the cell for findings
     */
    @Nullable
    Json read(ListColumn column, String typed, Json was, String at, List<Finding> findings) {
        String text = BlankRunLimiter.limitBlanks(typed);
        if (column.form() == ListColumn.CellForm.NEVER) {
            return availability.read(text, was, at, findings);
        }
        if (text.isBlank()) {
            return column.isNoIfEmpty() ? new Json.JsonBoolean(false) : null;
        }
        if (column.form() == ListColumn.CellForm.MEMBERS) {
            return readMembers(column, text, was, at, findings);
        }
        return column.isMany()
                ? new Json.JsonArray(readSeveral(column, text, at, findings))
                : convertOne(column, text.strip(), at, findings);
    }

    private List<Json> readSeveral(ListColumn column, String text, String at, List<Finding> findings) {
        var all = new ArrayList<Json>();
        for (String word : splitWords(column, text)) {
            Json one = convertOne(column, word, at, findings);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private List<String> splitWords(ListColumn column, String text) {
        return switch (column.form()) {
            case NAMED, MEMBERS, CHOICE -> WordSplitter.splitNames(text, word -> isName(column, word));
            case SUBJECT -> WordSplitter.splitSubjectList(text, subjects::contains);
            case ROOM_KIND -> WordSplitter.splitItems(text);
            case TEXT, NUMBER, YES_NO, DATE, TIME, WEEK, NEVER -> WordSplitter.splitValues(text);
        };
    }

    /** Returns whether the cells of a column accept known words only. */
    private static boolean isClosedVocabulary(ListColumn column) {
        return switch (column.form()) {
            case NAMED, MEMBERS, CHOICE -> true;
            case TEXT, NUMBER, YES_NO, DATE, TIME, WEEK, NEVER, ROOM_KIND, SUBJECT -> false;
        };
    }

    private boolean isName(ListColumn column, String word) {
        return column.form() == ListColumn.CellForm.CHOICE
                ? names(column).anyMatch(word::equalsIgnoreCase)
                : nameIndex(column.among()).isKnown(word);
    }

    private Stream<String> names(ListColumn column) {
        return column.form() == ListColumn.CellForm.CHOICE
                ? options(column).stream().map(Option::text)
                : nameIndex(column.among()).names().stream();
    }

    private @Nullable Json convertOne(ListColumn column, String text, String at, List<Finding> findings) {
        return switch (column.form()) {
            case TEXT, NEVER, SUBJECT -> new Json.JsonString(text);
            case NUMBER -> valueOf(CellCodec.readNumber(text), Json.JsonNumber::new, at, findings);
            case YES_NO -> valueOf(CellCodec.readYesNo(text), Json.JsonBoolean::new, at, findings);
            case NAMED, MEMBERS -> nameIndex(column.among()).resolveId(text, at, findings);
            case CHOICE -> readChoice(column, text, at, findings);
            case ROOM_KIND -> new Json.JsonString(kinds.parse(text));
            case DATE -> valueOf(cells.readDate(text), ListCellCodec::toText, at, findings);
            case TIME -> valueOf(CellCodec.readTime(text), ListCellCodec::toText, at, findings);
            case WEEK -> valueOf(cells.readWeek(text), ListCellCodec::toText, at, findings);
        };
    }

    private static <T> @Nullable Json valueOf(
            CellReading<T> reading, Function<T, Json> toJson, String at, List<Finding> findings) {
        return reading.valueOr(finding -> findings.add(finding.withPointerPrefix(at)))
                .map(toJson)
                .orElse(null);
    }

    private static Json toText(Object value) {
        return new Json.JsonString(value.toString());
    }

    /** Parses members. Existing members keep their weeks. */
    private Json readMembers(ListColumn column, String text, Json was, String at, List<Finding> findings) {
        var before = new LinkedHashMap<String, Json>();
        elements(was).forEach(one -> before.put(memberId(one), one));
        var all = new ArrayList<Json>();
        for (Json one : readSeveral(column, text, at, findings)) {
            if (one instanceof Json.JsonString id) {
                all.add(before.getOrDefault(id.value(), new Json.JsonObject(Map.of("studentId", id))));
            }
        }
        return new Json.JsonArray(all);
    }

    private @Nullable Json readChoice(ListColumn column, String text, String at, List<Finding> findings) {
        List<Option> options = options(column);
        var found = options.stream()
                .filter(one -> one.text().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            String words = options.stream().map(Option::text).collect(Collectors.joining(", "));
            findings.add(Finding.error("pages.list-no-choice", at, text, words));
            return null;
        }
        return new Json.JsonString(found.get().value());
    }

    private static List<Json> elements(Json value) {
        return value instanceof Json.JsonArray all ? all.elements() : List.of();
    }

    static String text(Json element, String field) {
        return element instanceof Json.JsonObject all && all.fields().get(field) instanceof Json.JsonString text
                ? text.value()
                : "";
    }
}
