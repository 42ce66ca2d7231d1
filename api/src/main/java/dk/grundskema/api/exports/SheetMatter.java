package dk.grundskema.api.exports;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.SchoolWeeks;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * What sheets are made of.
 *
 * @param parts        the timetable: a school's weeks, if it has any, and events such as camps
 * @param breakdowns   what the plan gives line by line; empty if there is nothing to tell
 * @param hours        hours of everybody
 * @param shortcomings hard and medium rules that are broken; empty if the plan holds
 * @param stamp        short text by which a plan is told from a later one
 */
public record SheetMatter(
        SchoolWeeks.Parts parts,
        List<BreakdownView> breakdowns,
        List<StaffHours> hours,
        List<Shortcoming> shortcomings,
        String stamp) {
    /** Copies the lists. */
    public SheetMatter {
        breakdowns = List.copyOf(breakdowns);
        hours = List.copyOf(hours);
        shortcomings = List.copyOf(shortcomings);
    }

    /** Everything that is held. */
    TimetableViews all() {
        return parts.school().map(SchoolWeeks::all).orElse(parts.events());
    }

    /** The hours of one of the staff. */
    StaffHours hoursOf(Named<StaffId> person) {
        return hours.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
