package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Working hours of one person. A duty over midnight or over the end of a week belongs to the date on which it starts and to that date's
 * week.
 *
 * @param person        the person
 * @param contractHours contract hours per week
 * @param weeks         hours by week, for all weeks in which anybody is on duty
 */
public record StaffHours(NamedEntity<StaffId> person, double contractHours, SortedMap<IsoWeek, PayrollHours> weeks) {
    /** Copies the map. */
    public StaffHours {
        weeks = Collections.unmodifiableSortedMap(new TreeMap<>(weeks));
    }

    /** Returns the total of all weeks. */
    public PayrollHours total() {
        return weeks.values().stream().reduce(PayrollHours.NONE, PayrollHours::plus);
    }

    /** Returns the hours of one week; zero if nobody is on duty in it. */
    public PayrollHours hoursIn(IsoWeek week) {
        return weeks.getOrDefault(week, PayrollHours.NONE);
    }
}
