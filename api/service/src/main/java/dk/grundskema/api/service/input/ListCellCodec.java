package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.NumberCodec;
import dk.grundskema.api.imports.table.file.BlankRunLimiter;
import dk.grundskema.api.imports.table.parse.NumberParser;
import dk.grundskema.api.imports.table.parse.WordSplitter;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats and parses the cells of a table. Parsing reports findings for the cell instead of failing. */
final class ListCellCodec {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<String, List<Json>> lists;
    private final Map<String, ElementNameIndex> named = new HashMap<>();
    private final SubjectIndex subjects;
    private final TimeCellCodec times;
    private final RoomKindCellCodec kinds;
    private final Texts texts;

    /**
     * @param lists    lists of objects with {@code id} and {@code name} to which cells refer
     * @param subjects known subjects, some of which contain a slash
     * @param times    codec of time cells
     * @param texts    texts in the reader's language
     */
    ListCellCodec(Map<String, List<Json>> lists, SubjectIndex subjects, TimeCellCodec times, Texts texts) {
        this.lists = Map.copyOf(lists);
        this.subjects = subjects;
        this.times = times;
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
            return times.availability(value);
        }
        if (column.form() == ListColumn.CellForm.MEMBERS) {
            return elements(value).stream()
                    .map(one -> nameIndex(column.among()).nameOf(memberId(one)))
                    .collect(Collectors.joining(", "));
        }
        return column.isMany()
                ? join(
                        elements(value).stream()
                                .map(one -> convertOne(column, one))
                                .toList(),
                        isClosedVocabulary(column))
                : convertOne(column, value);
    }

    /** Joins values with commas; with semicolons if one of the values contains a comma. */
    private static String join(List<String> all, boolean isKnown) {
        boolean hasCommas = all.stream().anyMatch(one -> one.contains(","));
        String end = all.size() == 1 && !isKnown ? ";" : "";
        return hasCommas ? String.join("; ", all) + end : String.join(", ", all);
    }

    private String convertOne(ListColumn column, Json value) {
        return switch (value) {
            case Json.JsonString text ->
                switch (column.form()) {
                    case NAMED -> nameIndex(column.among()).nameOf(text.value());
                    case CHOICE -> choiceText(column, text.value());
                    case ROOM_KIND -> kinds.format(text.value());
                    case DATE -> times.date(text.value());
                    case TIME -> times.time(text.value());
                    case WEEK -> times.week(text.value());
                    case TEXT, NUMBER, YES_NO, NEVER, MEMBERS, SUBJECT -> text.value();
                };
            case Json.JsonNumber number -> number(number.value());
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

    private String number(BigDecimal number) {
        String plain = NumberCodec.formatShortest(number);
        return texts.locale().getLanguage().equals("da") ? plain.replace('.', ',') : plain;
    }

    private static String memberId(Json one) {
        return one instanceof Json.JsonString id ? id.value() : text(one, "studentId");
    }

    private ElementNameIndex nameIndex(String list) {
        return named.computeIfAbsent(list, one -> new ElementNameIndex(lists.getOrDefault(one, List.of())));
    }

    /**
     * Parses a cell; {@code null} if it is empty or invalid.
     *
     * @param was previous value
     * @param at  pointer of the cell for findings
     */
    @Nullable
    Json read(ListColumn column, String typed, Json was, String at, List<Finding> wrong) {
        String text = BlankRunLimiter.limitBlanks(typed);
        if (column.form() == ListColumn.CellForm.NEVER) {
            return times.availability(text, was, at, wrong);
        }
        if (text.isBlank()) {
            return column.isNoIfEmpty() ? new Json.JsonBoolean(false) : null;
        }
        if (column.form() == ListColumn.CellForm.MEMBERS) {
            return readMembers(column, text, was, at, wrong);
        }
        return column.isMany()
                ? new Json.JsonArray(readSeveral(column, text, at, wrong))
                : convertOne(column, text.strip(), at, wrong);
    }

    private List<Json> readSeveral(ListColumn column, String text, String at, List<Finding> wrong) {
        var all = new ArrayList<Json>();
        for (String word : splitWords(column, text)) {
            Json one = convertOne(column, word, at, wrong);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /** Splits a cell into words. A comma can be part of a known word; in a cell with semicolons, it is part of any word. */
    private List<String> splitWords(ListColumn column, String text) {
        Stream<String> parts =
                Stream.of(text.split("[;\\n\\r]")).map(String::strip).filter(one -> !one.isEmpty());
        return isClosedVocabulary(column)
                ? parts.flatMap(part -> isName(column, part) ? Stream.of(part) : WordSplitter.splitItems(part).stream())
                        .distinct()
                        .toList()
                : subjects(column, text.contains(";") ? parts.toList() : WordSplitter.splitItems(text));
    }

    /** Splits subjects at slashes with spaces around them, unless the plan has a subject with the whole name. */
    private List<String> subjects(ListColumn column, List<String> words) {
        return column.form() == ListColumn.CellForm.SUBJECT
                ? words.stream()
                        .flatMap(word -> WordSplitter.splitSubjects(word, subjects::contains).stream())
                        .distinct()
                        .toList()
                : words;
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
                : nameIndex(column.among()).isName(word);
    }

    private Stream<String> names(ListColumn column) {
        return column.form() == ListColumn.CellForm.CHOICE
                ? options(column).stream().map(Option::text)
                : nameIndex(column.among()).names().stream();
    }

    private @Nullable Json convertOne(ListColumn column, String text, String at, List<Finding> wrong) {
        return switch (column.form()) {
            case TEXT, NEVER, SUBJECT -> new Json.JsonString(text);
            case NUMBER -> number(text, at, wrong);
            case YES_NO -> readTruth(text, at, wrong);
            case NAMED, MEMBERS -> nameIndex(column.among()).resolveId(text, at, wrong);
            case CHOICE -> readChoice(column, text, at, wrong);
            case ROOM_KIND -> new Json.JsonString(kinds.parse(text));
            case DATE -> times.date(text, at, wrong);
            case TIME -> times.time(text, at, wrong);
            case WEEK -> times.week(text, at, wrong);
        };
    }

    private static @Nullable Json number(String text, String at, List<Finding> wrong) {
        var number = NumberParser.parseNumber(text);
        if (number.isEmpty()) {
            wrong.add(Finding.error("pages.list-no-number", at, text));
            return null;
        }
        return new Json.JsonNumber(BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros());
    }

    private static @Nullable Json readTruth(String text, String at, List<Finding> wrong) {
        var truth = NumberParser.parseYesNo(text);
        if (truth.isEmpty()) {
            wrong.add(Finding.error("pages.list-no-yes-no", at, text));
            return null;
        }
        return new Json.JsonBoolean(truth.get());
    }

    /** Parses members. Existing members keep their weeks. */
    private Json readMembers(ListColumn column, String text, Json was, String at, List<Finding> wrong) {
        var before = new LinkedHashMap<String, Json>();
        elements(was).forEach(one -> before.put(memberId(one), one));
        var all = new ArrayList<Json>();
        for (Json one : readSeveral(column, text, at, wrong)) {
            if (one instanceof Json.JsonString id) {
                all.add(before.getOrDefault(id.value(), new Json.JsonObject(Map.of("studentId", id))));
            }
        }
        return new Json.JsonArray(all);
    }

    private @Nullable Json readChoice(ListColumn column, String text, String at, List<Finding> wrong) {
        List<Option> options = options(column);
        var found = options.stream()
                .filter(one -> one.text().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            String words = options.stream().map(Option::text).collect(Collectors.joining(", "));
            wrong.add(Finding.error("pages.list-no-choice", at, text, words));
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
