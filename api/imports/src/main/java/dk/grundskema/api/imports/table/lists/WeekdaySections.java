package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns rows that have only a weekday, above the lessons of that day, into a column with the weekday of each lesson. */
public final class WeekdaySections {
    /** Known as a heading in all languages. */
    private static final String HEADING = "Weekday";

    private static final int FEWEST_DAYS = 2;
    private static final int FEWEST_HEADINGS = 3;

    private WeekdaySections() {}

    /** Returns the table with the column; empty if fewer than two weekdays have a row of their own, or other cells name weekdays too. */
    public static Optional<Table> asColumn(Table table) {
        Set<DayOfWeek> days = new HashSet<>();
        int width = 0;
        for (List<String> row : table.rows()) {
            width = Math.max(width, row.size());
            DayOfWeek day = sectionOf(row);
            if (day != null) {
                days.add(day);
            } else if (row.stream().anyMatch(cell -> WeekdaysParser.parse(cell).size() == 1)) {
                return Optional.empty();
            }
        }
        return days.size() < FEWEST_DAYS ? Optional.empty() : Optional.of(withColumn(table, width));
    }

    private static Table withColumn(Table table, int column) {
        var rows = new ArrayList<List<String>>();
        @Nullable List<String> heading = null;
        @Nullable DayOfWeek day = null;
        for (List<String> row : table.rows()) {
            DayOfWeek section = sectionOf(row);
            if (section != null) {
                day = section;
                rows.add(List.of());
            } else if (row.equals(heading)) {
                rows.add(List.of());
            } else if (heading == null && filled(row) >= FEWEST_HEADINGS) {
                heading = row;
                rows.add(extended(row, column, HEADING));
            } else if (heading != null && day != null && filled(row) > 1) {
                rows.add(extended(row, column, day.name()));
            } else {
                rows.add(row);
            }
        }
        return new Table(table.file(), table.sheet(), rows, table.areas());
    }

    private static List<String> extended(List<String> row, int column, String text) {
        var cells = new ArrayList<>(row);
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(text);
        return List.copyOf(cells);
    }

    /** Returns the weekday of a row that has nothing else. */
    private static @Nullable DayOfWeek sectionOf(List<String> row) {
        if (filled(row) != 1) {
            return null;
        }
        var days = WeekdaysParser.parse(
                row.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse(""));
        return days.size() == 1 ? days.first() : null;
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
