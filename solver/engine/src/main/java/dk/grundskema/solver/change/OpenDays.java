package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.util.List;

/**
 * Days on which a weekly meeting lacks a staff member. The weekly pattern stays, so that an absence of a week does not reassign a year of lessons; these
 * days need a stand-in.
 *
 * @param meeting the meeting of the plan in use, in all of its weeks
 * @param staffId the absent staff member
 * @param isFact whether the person teaches the lesson in the existing timetable, so that the plan does not decide it
 * @param dates the days to come, in order, at least one
 * @param free candidates who are free on all of these days, those who share the most meetings with the same groups
 * first; empty if there are none or the plan has no candidates. Working hours and wishes are not considered
 */
public record OpenDays(Meeting meeting, StaffId staffId, boolean isFact, List<LocalDate> dates, List<StaffId> free) {
    /** Copies the lists. */
    public OpenDays {
        dates = List.copyOf(dates);
        free = List.copyOf(free);
    }
}
