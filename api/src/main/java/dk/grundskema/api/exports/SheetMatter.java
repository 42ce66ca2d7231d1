package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import java.util.List;

/**
 * What sheets are made of.
 *
 * @param views        the timetable
 * @param hours        hours of everybody
 * @param shortcomings hard and medium rules that are broken; empty if the plan holds
 * @param stamp        short text by which a plan is told from a later one
 */
public record SheetMatter(TimetableViews views, List<StaffHours> hours, List<Shortcoming> shortcomings, String stamp) {
    /** Copies the lists. */
    public SheetMatter {
        hours = List.copyOf(hours);
        shortcomings = List.copyOf(shortcomings);
    }
}
