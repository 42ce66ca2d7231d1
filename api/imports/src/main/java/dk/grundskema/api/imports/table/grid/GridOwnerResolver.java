package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.grid.GridOwner.Kind;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Determines whose timetable a grid is, from a title, a heading, or the name of the sheet or file. */
final class GridOwnerResolver {
    private static final Pattern WORDS_BEFORE = Pattern.compile(
            "(?iu)^(?:skema|timetable|schedule|ugeskema|klasse|class)(?:\\s+(?:for|til|of))?\\s*:?\\s+(?:klasse\\s+|class\\s+)?");
    private static final Pattern TEACHER = Pattern.compile(
            "(?iu)^(?:lærer(?:skema)?|underviser|pædagog|medarbejder|teacher|staff)(?:\\s+(?:for|til|of))?\\s*:?\\s+(?=\\S)");
    private static final Pattern ROOM =
            Pattern.compile("(?iu)^(?:lokale(?:skema)?|lok\\.?|rum|room)(?:\\s+(?:for|til|of))?\\s*:?\\s+(?=\\S)");
    private static final Pattern NAME_WITH_INITIALS =
            Pattern.compile("(\\p{Lu}[^()\\d]+?)\\s*[(\\[]\\s*(\\p{Lu}[\\p{L}]{1,4})\\s*[)\\]]");
    private static final Pattern INITIALS_WITH_NAME =
            Pattern.compile("(\\p{Lu}{2,4})\\s*[-–:,]\\s*(\\p{Lu}\\p{Ll}[^()\\d]+)");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,4}|\\p{Lu}\\p{Ll}{1,2}");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{Ll}-]+(?:\\s\\p{Lu}[\\p{L}.-]*)+");
    private static final Pattern ROOM_NUMBER = Pattern.compile("\\p{Lu}?[.-]?\\d{1,3}(?:[.-]\\d{1,3})?");
    private static final Pattern DEFAULT_SHEET = Pattern.compile("(?iu)(?:ark|sheet|tabelle|feuil)\\s?\\d*");
    private static final Pattern WORDS = Pattern.compile("[\\s_,;:()\\[\\]–-]+");

    private static final Pattern CELL_WORDS = Pattern.compile("[\\s/|;,()\\[\\]+&]+");

    /** Words of titles that are no names. */
    private static final Set<String> NO_NAMES = Set.of(
            "skema", "skemaer", "ugeskema", "timetable", "schedule", "elev", "elever", "uge", "kopi", "ny", "nyt");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Longer texts are no titles. */
    private static final int LONGEST_TITLE = 100;

    private static final int MOST_REMEMBERED = 10_000;

    private final SchoolVocabulary words;
    private final Map<String, Optional<Found>> titles = new HashMap<>();
    private final Map<String, Optional<Found>> headings = new HashMap<>();

    /** @param words words of the school */
    GridOwnerResolver(SchoolVocabulary words) {
        this.words = words;
    }

    /** Returns the owner that a title or corner states; empty if it states none. */
    Optional<GridOwner> findInTitle(SourceText title) {
        if (title.text().length() > LONGEST_TITLE) {
            return Optional.empty();
        }
        return remember(title.text(), titles, this::findInText).map(found -> at(found, title.place()));
    }

    /** Finds each text once, since many cells have the same; remembers a bounded number. */
    private static Optional<Found> remember(
            String text, Map<String, Optional<Found>> known, Function<String, Optional<Found>> find) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(text, find);
    }

    private Optional<Found> findInText(String title) {
        String text = SPACES.matcher(title.strip()).replaceAll(" ");
        String rest = WORDS_BEFORE.matcher(text).replaceFirst("").strip();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        return findWhole(rest).or(() -> rest.equals(text) ? Optional.empty() : findInside(rest));
    }

    /** Returns the owner that a heading is; empty if it is none. */
    Optional<GridOwner> findInHeading(SourceText heading) {
        if (heading.text().length() > LONGEST_TITLE) {
            return Optional.empty();
        }
        return remember(
                        heading.text(),
                        headings,
                        text -> findWhole(SPACES.matcher(text.strip()).replaceAll(" ")))
                .map(found -> at(found, heading.place()));
    }

    /** Returns the owner that the name of the sheet or file states; empty if it states none. */
    Optional<GridOwner> findInName(Table table) {
        String sheet = stripSheet(table);
        if (!sheet.isEmpty()) {
            return findWhole(sheet).or(() -> findInside(sheet)).map(found -> at(found, table.place()));
        }
        String file = fileName(table);
        return findWhole(file)
                .or(() -> findByPattern(file))
                .or(() -> findKnownWord(file))
                .map(found -> at(found, table.place()));
    }

    /**
     * Returns the owner that names without a known form state.
     *
     * @param titles       texts that may be the name, the most likely first
     * @param namesClasses whether the cells of the grid name classes, so that it is of a teacher or a room
     */
    Optional<GridOwner> guess(List<SourceText> titles, Table table, boolean namesClasses) {
        if (namesClasses) {
            var places = Stream.of(
                    titles.stream(),
                    Stream.of(new SourceText(stripSheet(table), table.place())),
                    Stream.of(new SourceText(fileName(table), table.place())));
            return places.flatMap(each -> each)
                    .flatMap(title -> guessTeacherOrRoom(title).stream())
                    .findFirst();
        }
        String sheet = stripSheet(table);
        return sheet.isEmpty() || !WeekdaysParser.parse(sheet).isEmpty()
                ? Optional.empty()
                : Optional.of(new GridOwner(Kind.CLASS, new SourceText(sheet, table.place())));
    }

    private static Optional<GridOwner> guessTeacherOrRoom(SourceText title) {
        if (GridLabel.isHeading(title.text())
                || !WeekdaysParser.parse(title.text()).isEmpty()) {
            return Optional.empty();
        }
        String rest =
                WORDS_BEFORE.matcher(title.text().strip()).replaceFirst("").strip();
        if (INITIALS.matcher(rest).matches() || PERSON.matcher(rest).matches()) {
            boolean isName = Arrays.stream(WORDS.split(rest))
                    .noneMatch(word -> NO_NAMES.contains(SchoolVocabulary.normalize(word)));
            return isName
                    ? Optional.of(new GridOwner(Kind.TEACHER, new SourceText(rest, title.place())))
                    : Optional.empty();
        }
        return ROOM_NUMBER.matcher(rest).matches()
                ? Optional.of(new GridOwner(Kind.ROOM, new SourceText(rest, title.place())))
                : Optional.empty();
    }

    /** Returns the kind of owner that a heading names, such as "Klasse" or "Init."; empty if it names none. */
    static Optional<Kind> kindOfHeading(String heading) {
        String word = SchoolVocabulary.normalize(heading).replaceAll("[^\\p{L}].*", "");
        return switch (word) {
            case "klasse", "klasser", "class" -> Optional.of(Kind.CLASS);
            case "lærer", "lærere", "init", "initialer", "teacher", "teachers" -> Optional.of(Kind.TEACHER);
            case "lokale", "lokaler", "room", "rooms" -> Optional.of(Kind.ROOM);
            default -> Optional.empty();
        };
    }

    /** Whether a cell names a class, so that it is of the timetable of a teacher or a room. */
    boolean namesClass(String cell) {
        return Arrays.stream(CELL_WORDS.split(cell))
                .anyMatch(word -> words.groups().contains(SchoolVocabulary.normalize(word))
                        || (ClassNames.isClass(word) && !words.rooms().contains(SchoolVocabulary.normalize(word))));
    }

    /** Whether a text has the form of initials. */
    static boolean isLikeInitials(String text) {
        return INITIALS.matcher(text).matches() && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private record Found(Kind kind, String name) {}

    private static GridOwner at(Found found, SourceLocation place) {
        return new GridOwner(found.kind(), new SourceText(found.name(), place));
    }

    private Optional<Found> findWhole(String text) {
        String word = SchoolVocabulary.normalize(text);
        if (words.groups().contains(word) || ClassNames.isClass(text)) {
            return Optional.of(new Found(Kind.CLASS, text));
        }
        if (words.teachers().contains(word)) {
            return Optional.of(new Found(Kind.TEACHER, text));
        }
        if (words.rooms().contains(word)) {
            return Optional.of(new Found(Kind.ROOM, text));
        }
        var room = ROOM.matcher(text);
        if (room.find()) {
            String rest = text.substring(room.end());
            return Optional.of(new Found(Kind.ROOM, rest));
        }
        var teacher = TEACHER.matcher(text);
        if (teacher.find()) {
            return findPerson(text.substring(teacher.end()))
                    .or(() -> Optional.of(new Found(Kind.TEACHER, text.substring(teacher.end()))));
        }
        return findPerson(text);
    }

    /** Finds "Mette Holm (MH)" and "MH - Mette Holm"; the listed one of both counts, otherwise the initials. */
    private Optional<Found> findPerson(String text) {
        var after = NAME_WITH_INITIALS.matcher(text);
        if (after.matches()) {
            return Optional.of(new Found(Kind.TEACHER, knownOf(after.group(2), after.group(1))));
        }
        var before = INITIALS_WITH_NAME.matcher(text);
        return before.matches()
                ? Optional.of(new Found(Kind.TEACHER, knownOf(before.group(1), before.group(2))))
                : Optional.empty();
    }

    private String knownOf(String initials, String name) {
        boolean isNameKnown = words.teachers().contains(SchoolVocabulary.normalize(name))
                && !words.teachers().contains(SchoolVocabulary.normalize(initials));
        return isNameKnown ? name : initials;
    }

    private Optional<Found> findInside(String text) {
        return findByPattern(text).or(() -> findKnownWord(text));
    }

    private static Optional<Found> findByPattern(String text) {
        var inside = ClassNames.INSIDE.matcher(text);
        return inside.find() ? Optional.of(new Found(Kind.CLASS, inside.group(1))) : Optional.empty();
    }

    /** Finds a known name of a person or room in a text; initials only in their own letters, since they may be words. */
    private Optional<Found> findKnownWord(String text) {
        String lower = " " + WORDS.matcher(SchoolVocabulary.normalize(text)).replaceAll(" ") + " ";
        return Stream.concat(
                        words.teachers().stream()
                                .filter(name -> name.contains(" ") && lower.contains(" " + name + " "))
                                .sorted()
                                .map(name -> new Found(Kind.TEACHER, name)),
                        Arrays.stream(WORDS.split(text))
                                .filter(word -> isLikeInitials(word)
                                        && words.teachers().contains(SchoolVocabulary.normalize(word)))
                                .map(word -> new Found(Kind.TEACHER, word)))
                .findFirst();
    }

    /** Returns the name of the sheet, or of the file if the sheet has a default name. */
    static String nameOf(Table table) {
        String sheet = stripSheet(table);
        return sheet.isEmpty() ? fileName(table) : sheet;
    }

    /** Returns the name of the sheet without words such as "skema"; empty if it is a default name. */
    private static String stripSheet(Table table) {
        String name =
                WORDS_BEFORE.matcher(table.sheet().strip()).replaceFirst("").strip();
        return DEFAULT_SHEET.matcher(name).matches() ? "" : name;
    }

    private static String fileName(Table table) {
        return new Table(table.file(), "", List.of(), table.areas()).name();
    }
}
