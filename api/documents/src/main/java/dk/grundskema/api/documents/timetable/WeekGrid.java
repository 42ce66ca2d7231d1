package dk.grundskema.api.documents.timetable;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One week as a table: days across, times down. Each start or end of an entry begins a new row, so that simultaneous entries are side by
 * side. A longer entry spans several rows; overlapping entries get their own columns.
 *
 * @param week the week
 * @param days columns, Monday to Friday and weekend days with entries
 * @param rows rows in order of time; empty if there are no entries
 */
public record WeekGrid(IsoWeek week, List<Day> days, List<Row> rows) {
    /** Copies the lists. */
    public WeekGrid {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /**
     * A day of the week.
     *
     * @param date    the date
     * @param lanes   number of columns, at least 1
     * @param entries entries that start on it, in order of time; empty means none
     */
    public record Day(LocalDate date, int lanes, List<TimetableEntry> entries) {
        /** Copies the list. */
        public Day {
            entries = List.copyOf(entries);
        }

        /** Whether the day has no entries. */
        public boolean isFree() {
            return entries.isEmpty();
        }
    }

    /**
     * A row of the table.
     *
     * @param start   time of day at which it begins
     * @param minutes its wall-clock length
     * @param isEmpty whether no day has an entry in it
     * @param cells   cells that begin in it, from left to right
     */
    public record Row(LocalTime start, int minutes, boolean isEmpty, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of the table.
     *
     * @param entry   the entry; {@code null} means none
     * @param row     number of its first row, from 0
     * @param rows    number of rows that it spans
     * @param columns number of columns that it spans
     * @param isClash whether it clashes with another entry
     * @param others  further entries at the same time that share the cell; empty for most cells
     */
    public record Cell(
            @Nullable TimetableEntry entry,
            int row,
            int rows,
            int columns,
            boolean isClash,
            List<TimetableEntry> others) {
        /** Copies the list. */
        public Cell {
            others = List.copyOf(others);
        }

        /** Returns all entries of the cell; empty if it has none. */
        public List<TimetableEntry> entries() {
            return entry == null
                    ? List.of()
                    : Stream.concat(Stream.of(entry), others.stream()).toList();
        }
    }

    /**
     * Returns the table of one week. More than three lessons of the school at exactly the same time, such as the courses of a band, share a cell; every
     * other entry has a cell of its own.
     *
     * @param week    the week
     * @param entries the entries of one view; other weeks are ignored
     * @param clashes whether two entries clash, see {@link TimetableEntry#isClashOf} and {@link TimetableEntry#isClashForStudents}
     */
    public static WeekGrid of(
            IsoWeek week, Collection<TimetableEntry> entries, BiPredicate<TimetableEntry, TimetableEntry> clashes) {
        var ofWeek = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .toList();
        var days = new TreeSet<DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean held = ofWeek.stream().anyMatch(entry -> entry.date().getDayOfWeek() == day);
            if (held || day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(day);
            }
        }
        return new WeekGridLayout(week, days, ofWeek, clashes).layOut();
    }

    /** Returns the end of the last entry; {@code null} if there are no entries. */
    public @Nullable LocalTime end() {
        if (rows.isEmpty()) {
            return null;
        }
        Row last = rows.getLast();
        return last.start().plusMinutes(last.minutes());
    }
}
