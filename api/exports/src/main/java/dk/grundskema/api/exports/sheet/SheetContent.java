package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of the sheets.
 *
 * @param parts        the timetable: a school's weeks, if it has any, and events such as camps
 * @param breakdowns   breakdown tables of the plan; empty if there are none
 * @param hours        hours of all staff
 * @param status       status of the plan; {@code null} if nothing can be said about it
 * @param stamp        short text that distinguishes a plan from later versions
 */
public record SheetContent(
        SchoolWeekViews.TimetableParts parts,
        List<BreakdownView> breakdowns,
        List<StaffHours> hours,
        @Nullable PlanStatusText status,
        String stamp) {
    /** Copies the lists. */
    public SheetContent {
        breakdowns = List.copyOf(breakdowns);
        hours = List.copyOf(hours);
    }

    /** Returns all entries. */
    TimetableViews allViews() {
        return parts.school().map(SchoolWeekViews::allViews).orElse(parts.events());
    }

    /** Returns the hours of a staff member. */
    StaffHours hoursOf(NamedEntity<StaffId> person) {
        return hours.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
