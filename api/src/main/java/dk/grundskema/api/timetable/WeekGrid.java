package dk.grundskema.api.timetable;

import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One week as a table: days across, times down. Each row lasts from one beginning or end of anything in the week to the next, so what is held
 * at one time stands side by side; what lasts longer takes several rows, what overlaps takes columns of its own.
 *
 * @param week which week
 * @param days columns, Monday to Friday and those of the weekend on which something is held
 * @param rows rows in the order of time; empty if nothing is held
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
     * @param date    which
     * @param lanes   columns that it takes, at least 1
     * @param entries what starts on it, in the order of time; empty means nothing
     */
    public record Day(LocalDate date, int lanes, List<Entry> entries) {
        /** Copies the list. */
        public Day {
            entries = List.copyOf(entries);
        }

        /** Whether nothing is held. */
        public boolean isFree() {
            return entries.isEmpty();
        }
    }

    /**
     * A stretch of time.
     *
     * @param start   time of day at which it begins
     * @param minutes how long it is on the wall clock
     * @param isEmpty whether nothing at all is held then
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
     * @param entry   what is held; {@code null} means nothing
     * @param row     number of its first row, from 0
     * @param rows    how many rows it takes
     * @param columns how many columns it takes
     * @param isClash whether something else is held at the same time that should not be
     */
    public record Cell(@Nullable Entry entry, int row, int rows, int columns, boolean isClash) {}

    /**
     * The table of one week.
     *
     * @param week    which week
     * @param entries what is held for whoever it is about, also in other weeks
     * @param clashes which two can't both be, see {@link Entry#isClashOf} and {@link Entry#isClashForStudents}
     */
    public static WeekGrid of(IsoWeek week, Collection<Entry> entries, BiPredicate<Entry, Entry> clashes) {
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
        return new WeekGridLayout(week, days, ofWeek, clashes).grid();
    }

    /** When the last of all ends; {@code null} if nothing is held. */
    public @Nullable LocalTime end() {
        if (rows.isEmpty()) {
            return null;
        }
        Row last = rows.getLast();
        return last.start().plusMinutes(last.minutes());
    }
}
