package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.imports.table.file.Blanks;
import dk.grundskema.api.imports.table.words.Quantities;
import dk.grundskema.api.imports.table.words.Several;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.NumberText;
import dk.grundskema.api.web.app.lists.ListPage;
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

/** Cells of a list as people write them, and back. */
final class ListCells {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<String, List<Json>> lists;
    private final Map<String, NamedThings> named = new HashMap<>();
    private final KnownSubjects subjects;
    private final TimeCells times;
    private final KindCells kinds;
    private final Texts texts;

    /**
     * @param lists    lists that names come from: objects with {@code id} and {@code name}
     * @param subjects those that aren't two for a slash in their name
     * @param times    cells with times
     * @param texts    in the reader's language
     */
    ListCells(Map<String, List<Json>> lists, KnownSubjects subjects, TimeCells times, Texts texts) {
        this.lists = Map.copyOf(lists);
        this.subjects = subjects;
        this.times = times;
        this.kinds = new KindCells(lists.getOrDefault("rooms", List.of()), texts);
        this.texts = texts;
    }

    /** A column as it stands on the page. */
    ListPage.Column column(ListColumn column) {
        boolean isChoice = column.form() == ListColumn.Form.CHOICE;
        boolean isNarrow = switch (column.form()) {
            case NUMBER, YES_NO, DATE, TIME, WEEK -> true;
            case TEXT, NEVER, NAMED, MEMBERS, CHOICE, ROOM_KIND, SUBJECT -> false;
        };
        return new ListPage.Column(
                column.field(),
                column.label(),
                column.form() == ListColumn.Form.ROOM_KIND ? kinds.hint() : column.hint(),
                choices(column),
                isChoice ? names(column).toList() : List.of(),
                isNarrow && !column.isMany());
    }

    /** Words to choose from in a column; empty where none is offered, or several are written. */
    private List<String> choices(ListColumn column) {
        if (column.isMany()) {
            return List.of();
        }
        return switch (column.form()) {
            case NAMED, CHOICE -> names(column).distinct().toList();
            case YES_NO -> List.of(word(YES), word(NO));
            case ROOM_KIND -> kinds.usual();
            case TEXT, NUMBER, DATE, TIME, WEEK, NEVER, MEMBERS, SUBJECT -> List.of();
        };
    }

    /** What there is to choose from, and what it is called. */
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

    /** What stands in a cell. */
    String shown(ListColumn column, Json.Structure element) {
        Json value = element.fields().getOrDefault(column.field(), Json.Nothing.NOTHING);
        if (column.form() == ListColumn.Form.NEVER) {
            return times.never(value);
        }
        if (column.form() == ListColumn.Form.MEMBERS) {
            return elements(value).stream()
                    .map(one -> named(column.among()).name(member(one)))
                    .collect(Collectors.joining(", "));
        }
        return column.isMany()
                ? joined(elements(value).stream().map(one -> one(column, one)).toList(), isKnown(column))
                : one(column, value);
    }

    /** Where one of several has a comma itself, there are semicolons between them. */
    private static String joined(List<String> all, boolean isKnown) {
        boolean hasCommas = all.stream().anyMatch(one -> one.contains(","));
        String end = all.size() == 1 && !isKnown ? ";" : "";
        return hasCommas ? String.join("; ", all) + end : String.join(", ", all);
    }

    private String one(ListColumn column, Json value) {
        return switch (value) {
            case Json.Text text ->
                switch (column.form()) {
                    case NAMED -> named(column.among()).name(text.value());
                    case CHOICE -> called(column, text.value());
                    case ROOM_KIND -> kinds.shown(text.value());
                    case DATE -> times.date(text.value());
                    case TIME -> times.time(text.value());
                    case WEEK -> times.week(text.value());
                    case TEXT, NUMBER, YES_NO, NEVER, MEMBERS, SUBJECT -> text.value();
                };
            case Json.Numeric number -> number(number.value());
            case Json.Truth truth -> word(truth.value() ? YES : NO);
            case Json.Nothing none -> "";
            case Json.Listing list -> "";
            case Json.Structure structure -> "";
        };
    }

    private String called(ListColumn column, String value) {
        return options(column).stream()
                .filter(one -> one.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }

    private String number(BigDecimal number) {
        String plain = NumberText.shortest(number);
        return texts.locale().getLanguage().equals("da") ? plain.replace('.', ',') : plain;
    }

    private static String member(Json one) {
        return one instanceof Json.Text id ? id.value() : text(one, "studentId");
    }

    private NamedThings named(String list) {
        return named.computeIfAbsent(list, one -> new NamedThings(lists.getOrDefault(one, List.of())));
    }

    /**
     * What a cell is in the problem; {@code null} if it is empty, or was said to be wrong.
     *
     * @param was what it was before
     * @param at  the cell, for what is wrong with it
     */
    @Nullable
    Json read(ListColumn column, String typed, Json was, String at, List<Finding> wrong) {
        String text = Blanks.shortened(typed);
        if (column.form() == ListColumn.Form.NEVER) {
            return times.never(text, was, at, wrong);
        }
        if (text.isBlank()) {
            return column.isNoIfEmpty() ? new Json.Truth(false) : null;
        }
        if (column.form() == ListColumn.Form.MEMBERS) {
            return memberships(column, text, was, at, wrong);
        }
        return column.isMany()
                ? new Json.Listing(several(column, text, at, wrong))
                : one(column, text.strip(), at, wrong);
    }

    private List<Json> several(ListColumn column, String text, String at, List<Finding> wrong) {
        var all = new ArrayList<Json>();
        for (String word : words(column, text)) {
            Json one = one(column, word, at, wrong);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /** The words of a cell: a comma may be within one that there is, and within all if there are semicolons. */
    private List<String> words(ListColumn column, String text) {
        Stream<String> parts =
                Stream.of(text.split("[;\\n\\r]")).map(String::strip).filter(one -> !one.isEmpty());
        return isKnown(column)
                ? parts.flatMap(part -> isName(column, part) ? Stream.of(part) : Several.items(part).stream())
                        .distinct()
                        .toList()
                : subjects(column, text.contains(";") ? parts.toList() : Several.items(text));
    }

    /** Subjects with a slash between blanks are several, unless the plan knows one of that whole name. */
    private List<String> subjects(ListColumn column, List<String> words) {
        return column.form() == ListColumn.Form.SUBJECT
                ? words.stream()
                        .flatMap(word -> Several.subjects(word, subjects::isOne).stream())
                        .distinct()
                        .toList()
                : words;
    }

    /** Whether only words that there are can stand in a column's cells. */
    private static boolean isKnown(ListColumn column) {
        return switch (column.form()) {
            case NAMED, MEMBERS, CHOICE -> true;
            case TEXT, NUMBER, YES_NO, DATE, TIME, WEEK, NEVER, ROOM_KIND, SUBJECT -> false;
        };
    }

    private boolean isName(ListColumn column, String word) {
        return column.form() == ListColumn.Form.CHOICE
                ? names(column).anyMatch(word::equalsIgnoreCase)
                : named(column.among()).isName(word);
    }

    private Stream<String> names(ListColumn column) {
        return column.form() == ListColumn.Form.CHOICE
                ? options(column).stream().map(Option::text)
                : named(column.among()).names().stream();
    }

    private @Nullable Json one(ListColumn column, String text, String at, List<Finding> wrong) {
        return switch (column.form()) {
            case TEXT, NEVER, SUBJECT -> new Json.Text(text);
            case NUMBER -> number(text, at, wrong);
            case YES_NO -> truth(text, at, wrong);
            case NAMED, MEMBERS -> named(column.among()).id(text, at, wrong);
            case CHOICE -> choice(column, text, at, wrong);
            case ROOM_KIND -> new Json.Text(kinds.meant(text));
            case DATE -> times.date(text, at, wrong);
            case TIME -> times.time(text, at, wrong);
            case WEEK -> times.week(text, at, wrong);
        };
    }

    private static @Nullable Json number(String text, String at, List<Finding> wrong) {
        var number = Quantities.number(text);
        if (number.isEmpty()) {
            wrong.add(Finding.error("pages.list-no-number", at, text));
            return null;
        }
        return new Json.Numeric(BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros());
    }

    private static @Nullable Json truth(String text, String at, List<Finding> wrong) {
        var truth = Quantities.yesNo(text);
        if (truth.isEmpty()) {
            wrong.add(Finding.error("pages.list-no-yes-no", at, text));
            return null;
        }
        return new Json.Truth(truth.get());
    }

    /** Who was a member stays so for the same weeks. */
    private Json memberships(ListColumn column, String text, Json was, String at, List<Finding> wrong) {
        var before = new LinkedHashMap<String, Json>();
        elements(was).forEach(one -> before.put(member(one), one));
        var all = new ArrayList<Json>();
        for (Json one : several(column, text, at, wrong)) {
            if (one instanceof Json.Text id) {
                all.add(before.getOrDefault(id.value(), new Json.Structure(Map.of("studentId", id))));
            }
        }
        return new Json.Listing(all);
    }

    private @Nullable Json choice(ListColumn column, String text, String at, List<Finding> wrong) {
        List<Option> options = options(column);
        var found = options.stream()
                .filter(one -> one.text().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            String words = options.stream().map(Option::text).collect(Collectors.joining(", "));
            wrong.add(Finding.error("pages.list-no-choice", at, text, words));
            return null;
        }
        return new Json.Text(found.get().value());
    }

    private static List<Json> elements(Json value) {
        return value instanceof Json.Listing all ? all.elements() : List.of();
    }

    static String text(Json element, String field) {
        return element instanceof Json.Structure all && all.fields().get(field) instanceof Json.Text text
                ? text.value()
                : "";
    }
}
