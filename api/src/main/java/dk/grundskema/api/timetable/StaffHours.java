package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hours of one person. A duty over midnight, or over the end of a week, belongs to the date it starts on and that date's week.
 *
 * @param person        who
 * @param contractHours contract hours a week
 * @param weeks         hours by week, for all weeks in which anybody is on duty
 */
public record StaffHours(Named<StaffId> person, double contractHours, SortedMap<IsoWeek, Hours> weeks) {
    /** Copies the map. */
    public StaffHours {
        weeks = Collections.unmodifiableSortedMap(new TreeMap<>(weeks));
    }

    /** All weeks together. */
    public Hours total() {
        return weeks.values().stream().reduce(Hours.NONE, Hours::plus);
    }

    /** Hours of one week; none if nobody is on duty then. */
    public Hours in(IsoWeek week) {
        return weeks.getOrDefault(week, Hours.NONE);
    }
}
