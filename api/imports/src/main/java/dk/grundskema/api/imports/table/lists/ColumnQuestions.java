package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.TimeOfDayCellParser;
import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.source.ColumnLook;
import dk.grundskema.api.imports.source.ColumnLook.Content;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.parse.CommonSubjects;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import dk.grundskema.domain.finding.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports the columns of a list that are not read, and asks what they are. Recognises days, times and people by the cells. */
final class ColumnQuestions {
    private static final int CELLS_LOOKED_AT = 50;

    /** Of ten cells, so many must look alike. Our own number. */
    private static final int ALIKE_OF_TEN = 8;

    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,4}");
    private static final Pattern FULL_NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.-]*(?: \\p{L}[\\p{L}.-]*)* \\p{Lu}[\\p{L}.-]+|\\p{Lu}\\p{L}+, \\p{Lu}[\\p{L}. -]+");

    private static final List<Look> LOOKS = List.of(
            new Look(Content.WEEKDAYS, ColumnQuestions::isWeekday, Set.of("weekday", "weekdays"), Set.of()),
            new Look(
                    Content.TIME_SPANS,
                    text -> TimeOfDayCellParser.parseSpan(text).isPresent(),
                    Set.of("time"),
                    Set.of("start", "end")),
            new Look(
                    Content.TIMES,
                    text -> TimeOfDayCellParser.parseTime(text).isPresent() && !text.matches("\\d+"),
                    Set.of("start", "end"),
                    Set.of()),
            new Look(
                    Content.PEOPLE,
                    ColumnQuestions::isPerson,
                    Set.of("teacher", "fullname", "who", "student", "students", "staff"),
                    Set.of("first", "last")));

    /** What the cells of a staff list's first column look like. */
    private static final Look STAFF_INITIALS =
            new Look(Content.PEOPLE, text -> INITIALS.matcher(text).matches(), Set.of("key"), Set.of());

    /**
     * What cells may look like.
     *
     * @param matches whether a cell looks so
     * @param keys    keys of columns that have such cells
     * @param others  keys of columns that hold the same in another form
     */
    private record Look(Content content, Predicate<String> matches, Set<String> keys, Set<String> others) {
        /** Whether a list can have several such columns with different meanings. */
        boolean isOfSeveral() {
            return content == Content.TIMES;
        }

        List<String> taken(ListColumnMatcher columns) {
            return Stream.concat(keys.stream(), others.stream())
                    .filter(columns::has)
                    .sorted(Comparator.comparingInt(columns::indexOf))
                    .toList();
        }
    }

    /**
     * A column that is not read.
     *
     * @param look   what its cells look like; {@code null} means nothing known
     * @param likely heading that the content or the spelling suggests; {@code null} means none
     * @param meant  known heading that is spelled nearly like its heading; {@code null} means none
     */
    private record UnreadColumn(
            SourceLocation place,
            String heading,
            @Nullable ColumnLook look,
            @Nullable String likely,
            @Nullable String meant) {}

    private final Table table;
    private final ListColumnMatcher columns;
    private final List<UnreadColumn> unread = new ArrayList<>();
    private final Set<String> suggested = new HashSet<>();

    ColumnQuestions(Table table, ListColumnMatcher columns) {
        this.table = table;
        this.columns = columns;
        columns.unknownColumns().forEach(column -> unread.add(describe(column)));
    }

    /** Returns a question about each heading that is not known. */
    List<ImportQuestion> questions() {
        List<String> meanings =
                Stream.concat(freeHeadings().stream(), Stream.of("")).toList();
        var asked = new HashSet<String>();
        return unread.stream()
                .filter(one -> asked.add(HeadingNormalizer.normalize(one.heading())))
                .map(one -> new ImportQuestion(
                        ImportQuestion.Kind.HEADING,
                        columns.inList(one.heading()).toString(),
                        one.place(),
                        meanings,
                        one.likely(),
                        one.look()))
                .toList();
    }

    /** Returns the keys of columns that unread ones probably are. */
    Set<String> likelyKeys() {
        return Set.copyOf(suggested);
    }

    /** Reports each column that is not read. */
    void report(TableSourceBuilder out) {
        unread.forEach(one -> out.addFinding(finding(one)));
    }

    private FileFinding finding(UnreadColumn one) {
        ColumnLook look = one.look();
        if (look == null) {
            return one.meant() == null
                    ? FileFinding.warning(one.place(), "import.heading.unknown", one.heading())
                    : FileFinding.warning(one.place(), "import.heading.meant", one.heading(), one.meant());
        }
        if (one.likely() != null) {
            return FileFinding.warning(
                    one.place(), "import.heading.looks-maybe", one.heading(), look.phrase(), one.likely());
        }
        List<String> free = freeHeadings();
        return look.taken().isEmpty()
                ? FileFinding.warning(
                        one.place(), "import.heading.looks", one.heading(), look.phrase(), free, free.size())
                : FileFinding.warning(
                        one.place(),
                        "import.heading.looks-taken",
                        one.heading(),
                        look.phrase(),
                        free,
                        free.size(),
                        look.taken());
    }

    private List<String> freeHeadings() {
        return columns.freeKeys().stream().map(columns::heading).toList();
    }

    private UnreadColumn describe(int column) {
        String heading = table.text(columns.headingRow(), column);
        var headings = columns.list().columnsByHeading();
        String meant = SpellingSuggester.suggest(
                        HeadingNormalizer.normalize(heading),
                        headings.keySet().stream()
                                .filter(word -> !columns.has(headings.getOrDefault(word, "")))
                                .toList())
                .orElse(null);
        String meantKey = meant == null ? null : headings.get(meant);
        // A heading that is nearly a known one of other content says more than the cells.
        Look look = look(column)
                .filter(one -> meantKey == null || one.keys().contains(meantKey))
                .orElse(null);
        List<String> taken = look == null ? List.of() : look.taken(columns);
        String likely = columns.freeKeys().stream()
                .filter(key -> meantKey == null
                        ? look != null && look.keys().contains(key) && (taken.isEmpty() || look.isOfSeveral())
                        : key.equals(meantKey))
                .filter(suggested::add)
                .findFirst()
                .map(columns::heading)
                .orElse(null);
        return new UnreadColumn(
                table.place(columns.headingRow(), column),
                heading,
                look == null
                        ? null
                        : new ColumnLook(
                                look.content(),
                                likely == null ? taken.stream().map(this::named).toList() : List.of()),
                likely,
                meant);
    }

    private Phrase named(String key) {
        return Phrase.of(
                "import.look.column",
                columns.heading(key),
                table.place(columns.headingRow(), columns.indexOf(key)).where());
    }

    private Optional<Look> look(int column) {
        List<String> cells = IntStream.range(
                        columns.headingRow() + 1, table.rows().size())
                .mapToObj(row -> table.text(row, column).strip())
                .filter(text -> !text.isEmpty())
                .limit(CELLS_LOOKED_AT)
                .toList();
        boolean isStaff = columns.list().list().key().equals(CoreLists.STAFF);
        return LOOKS.stream()
                .filter(look -> isAlike(cells, look))
                .findFirst()
                .map(look -> isStaff && look.content() == Content.PEOPLE && isAlike(cells, STAFF_INITIALS)
                        ? STAFF_INITIALS
                        : look);
    }

    private static boolean isAlike(List<String> cells, Look look) {
        return !cells.isEmpty()
                && cells.stream().filter(look.matches).count() * 10 >= (long) cells.size() * ALIKE_OF_TEN;
    }

    private static boolean isWeekday(String text) {
        return WeekdayParser.parseName(text).isPresent()
                || (!WeekdaysParser.parse(text).isEmpty() && text.chars().noneMatch(Character::isDigit));
    }

    private static boolean isPerson(String text) {
        return (INITIALS.matcher(text).matches() || FULL_NAME.matcher(text).matches())
                && !Stream.of(text.split(", "))
                        .allMatch(part -> CommonSubjects.ALL.contains(part.toLowerCase(Locale.ROOT)));
    }
}
