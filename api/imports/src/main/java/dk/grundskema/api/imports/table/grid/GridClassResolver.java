package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/** Determines the class of a grid: from the texts above it or in its corner, the sheet's name, or the file's name. */
final class GridClassResolver {
    private static final Pattern CLASS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(\\d{1,2}\\s?\\.?\\s?[A-ZÆØÅ]|\\d{1,2}\\.?\\s?klasse)(?![\\p{L}\\d])");
    private static final Pattern WORDS_BEFORE = Pattern.compile(
            "(?iu)^(?:skema|timetable|schedule|ugeskema|klasse|class)(?:\\s+(?:for|til|of))?\\s*:?\\s+(?:klasse\\s+|class\\s+)?");
    private static final Pattern DEFAULT_SHEET = Pattern.compile("(?iu)(?:ark|sheet|tabelle|feuil)\\s?\\d*");

    private final SchoolVocabulary words;

    /** @param words words of the school */
    GridClassResolver(SchoolVocabulary words) {
        this.words = words;
    }

    /** Returns the class; empty if it is not stated. */
    Optional<SourceText> resolve(Grid grid, int from) {
        Table table = grid.table();
        for (int row = grid.heading(); row >= from; row--) {
            int columns = row == grid.heading()
                    ? grid.labelColumns()
                    : table.rows().get(row).size();
            for (int column = 0; column < columns; column++) {
                var named = findInText(table.text(row, column));
                if (named.isPresent() && isAbove(row, grid)) {
                    return Optional.of(new SourceText(named.get(), table.place(row, column)));
                }
            }
        }
        return findInTableName(table);
    }

    /** Titles are at most four rows above the weekdays. */
    private static boolean isAbove(int row, Grid grid) {
        return grid.heading() - row <= 4;
    }

    private Optional<SourceText> findInTableName(Table table) {
        SourceLocation place = table.place();
        if (table.sheet().isEmpty()) {
            var inName = CLASS.matcher(table.name());
            return isKnownGroup(table.name())
                    ? Optional.of(new SourceText(table.name(), place))
                    : inName.find() ? Optional.of(new SourceText(inName.group(1), place)) : Optional.empty();
        }
        String name =
                WORDS_BEFORE.matcher(table.sheet().strip()).replaceFirst("").strip();
        return name.isEmpty() || DEFAULT_SHEET.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new SourceText(name, place));
    }

    private Optional<String> findInText(String text) {
        String rest = WORDS_BEFORE.matcher(text.strip()).replaceFirst("").strip();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean hasWord = !rest.equals(text.strip());
        if (isKnownGroup(rest) || CLASS.matcher(rest).matches()) {
            return Optional.of(rest);
        }
        var inside = CLASS.matcher(rest);
        return hasWord && inside.find() ? Optional.of(inside.group(1)) : Optional.empty();
    }

    private boolean isKnownGroup(String name) {
        return words.groups().contains(SchoolVocabulary.normalize(name));
    }
}
