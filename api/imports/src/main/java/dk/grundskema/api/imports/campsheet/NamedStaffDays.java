package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.imports.source.FileFinding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * People that the cells of a base timetable name, by day.
 *
 * @param onDates    those of columns that name dates
 * @param onOccasion those of columns of the first or last day, by {@code FIRST_DAY} or {@code LAST_DAY}
 * @param onWeekdays those of columns that name weekdays
 * @param all        all of them, each once
 */
public record NamedStaffDays(
        Map<LocalDate, List<NamedStaff>> onDates,
        Map<String, List<NamedStaff>> onOccasion,
        Map<DayOfWeek, List<NamedStaff>> onWeekdays,
        List<NamedStaff> all) {
    /** Copies the maps and the list. */
    public NamedStaffDays {
        onDates = Map.copyOf(onDates);
        onOccasion = Map.copyOf(onOccasion);
        onWeekdays = Map.copyOf(onWeekdays);
        all = List.copyOf(all);
    }

    /**
     * Returns the people named for a date of a camp. As the camp type decides between kinds of day, a column that names the date takes precedence
     * over one with its occasion, and that over one with its weekday.
     *
     * @param first first day of the camp
     * @param last  last day of the camp
     */
    public List<NamedStaff> on(LocalDate date, LocalDate first, LocalDate last) {
        List<NamedStaff> usual = onWeekdays.getOrDefault(date.getDayOfWeek(), List.of());
        List<NamedStaff> atEnd = date.equals(last) ? onOccasion.getOrDefault("LAST_DAY", usual) : usual;
        List<NamedStaff> atEnds = date.equals(first) ? onOccasion.getOrDefault("FIRST_DAY", atEnd) : atEnd;
        return onDates.getOrDefault(date, atEnds);
    }

    /** Returns a finding at each cell that names people, for a reader that locks nobody. */
    public List<FileFinding> notLocked() {
        return all.stream().map(NamedStaff::notLocked).toList();
    }
}
