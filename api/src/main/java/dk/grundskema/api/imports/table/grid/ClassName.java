package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.table.file.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out whose grid a grid is: what stands above it or in its corner, the sheet's name, or the file's. */
final class ClassName {
    private static final Pattern CLASS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(\\d{1,2}\\s?\\.?\\s?[A-ZÆØÅ]|\\d{1,2}\\.?\\s?klasse)(?![\\p{L}\\d])");
    private static final Pattern WORDS_BEFORE = Pattern.compile(
            "(?iu)^(?:skema|timetable|schedule|ugeskema|klasse|class)(?:\\s+(?:for|til|of))?\\s*:?\\s+(?:klasse\\s+|class\\s+)?");
    private static final Pattern DEFAULT_SHEET = Pattern.compile("(?iu)(?:ark|sheet|tabelle|feuil)\\s?\\d*");

    private final Vocabulary words;

    /** @param words words of the school */
    ClassName(Vocabulary words) {
        this.words = words;
    }

    /** The class; nothing if it is said nowhere. */
    Optional<Said> of(Grid grid, int from) {
        Table table = grid.table();
        for (int row = grid.heading(); row >= from; row--) {
            int columns = row == grid.heading()
                    ? grid.labelColumns()
                    : table.rows().get(row).size();
            for (int column = 0; column < columns; column++) {
                var named = inText(table.text(row, column));
                if (named.isPresent() && isAbove(row, grid)) {
                    return Optional.of(new Said(named.get(), table.place(row, column)));
                }
            }
        }
        return ofTable(table);
    }

    /** Titles stand no more than a few rows above the weekdays. */
    private static boolean isAbove(int row, Grid grid) {
        return grid.heading() - row <= 4;
    }

    private Optional<Said> ofTable(Table table) {
        Place place = table.place();
        if (table.sheet().isEmpty()) {
            var inName = CLASS.matcher(table.name());
            return isGroup(table.name())
                    ? Optional.of(new Said(table.name(), place))
                    : inName.find() ? Optional.of(new Said(inName.group(1), place)) : Optional.empty();
        }
        String name =
                WORDS_BEFORE.matcher(table.sheet().strip()).replaceFirst("").strip();
        return name.isEmpty() || DEFAULT_SHEET.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Said(name, place));
    }

    private Optional<String> inText(String text) {
        String rest = WORDS_BEFORE.matcher(text.strip()).replaceFirst("").strip();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean hasWord = !rest.equals(text.strip());
        if (isGroup(rest) || CLASS.matcher(rest).matches()) {
            return Optional.of(rest);
        }
        var inside = CLASS.matcher(rest);
        return hasWord && inside.find() ? Optional.of(inside.group(1)) : Optional.empty();
    }

    private boolean isGroup(String name) {
        return words.groups().contains(Vocabulary.plain(name));
    }
}
