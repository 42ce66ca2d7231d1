package dk.grundskema.solver.engine;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.util.List;

/**
 * Days on which a meeting of a weekly pattern lacks somebody who is back afterwards. The pattern stays as it is: nobody else gets a year of
 * lessons for a week's illness. These days want a stand-in.
 *
 * @param meeting the meeting of the plan in use, in all of its weeks
 * @param staffId who is away
 * @param isFact  whether the person teaches the lesson in the existing timetable, so that the plan decides nothing about it
 * @param dates   the days that are still to come, in order, at least one
 * @param free    who could be asked and is free on all of these days, those who are most with the same groups first; empty if nobody, or if
 *     the plan has nobody to ask. Hours and wishes are not looked at
 */
public record OpenDays(Meeting meeting, StaffId staffId, boolean isFact, List<LocalDate> dates, List<StaffId> free) {
    /** Copies the lists. */
    public OpenDays {
        dates = List.copyOf(dates);
        free = List.copyOf(free);
    }
}
