package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.imports.table.file.Table;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A grid in a table: the row and columns of its weekdays, and its last row.
 *
 * @param table   the table
 * @param heading row of the weekdays
 * @param end     first row after the grid
 * @param days    weekdays by column
 */
record Grid(Table table, int heading, int end, SortedMap<Integer, DayOfWeek> days) {
    private static final Pattern WORDS = Pattern.compile("[\\s,.:]+");
    private static final int FEWEST_DAYS = 2;

    /** Returns all grids of a table, from top to bottom; none if no row has two weekdays. */
    static List<Grid> findAll(Table table) {
        var headings = new ArrayList<Integer>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (isHeading(table, row)) {
                headings.add(row);
            }
        }
        var grids = new ArrayList<Grid>();
        for (int i = 0; i < headings.size(); i++) {
            int row = headings.get(i);
            int end =
                    i + 1 < headings.size() ? headings.get(i + 1) : table.rows().size();
            grids.add(new Grid(table, row, end, days(table, row)));
        }
        return grids;
    }

    /** Whether a row has two weekdays. */
    static boolean isHeading(Table table, int row) {
        return days(table, row).values().stream().distinct().count() >= FEWEST_DAYS;
    }

    private static SortedMap<Integer, DayOfWeek> days(Table table, int row) {
        var days = new TreeMap<Integer, DayOfWeek>();
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            var day = parseWeekday(table.text(row, column));
            if (day.isPresent()) {
                days.put(column, day.get());
            }
        }
        return days;
    }

    /** Parses a weekday, optionally followed by a date; empty if other words follow. */
    private static Optional<DayOfWeek> parseWeekday(String text) {
        String[] words = WORDS.split(text.strip(), 2);
        boolean isAlone = words.length == 1
                || words[1].chars().noneMatch(Character::isLetter)
                || words[1].matches("(?iu)(d\\.?|den)?\\s*\\d.*");
        return isAlone && words[0].length() > 1 ? WeekdayParser.parseName(words[0]) : Optional.empty();
    }

    /** Returns the number of columns before the first weekday. */
    int labelColumns() {
        return days.firstKey();
    }

    /** Returns the texts of a row before the weekdays. */
    List<String> labels(int row) {
        var labels = new ArrayList<String>();
        for (int column = 0; column < labelColumns(); column++) {
            labels.add(table.text(row, column));
        }
        return labels;
    }

    /** Whether no cell under a weekday is filled. */
    boolean hasNoCell(int row) {
        return days.keySet().stream().allMatch(column -> table.text(row, column).isEmpty());
    }

    /** Whether there are filled cells under weekdays and all of them mean a break. */
    boolean isAllBreak(int row) {
        var filled = days.keySet().stream()
                .map(column -> table.text(row, column))
                .filter(text -> !text.isEmpty())
                .toList();
        return !filled.isEmpty() && filled.stream().allMatch(GridLabel::isBreak);
    }
}
