package dk.grundskema.solver.model;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * All stretches of time ("spots") at which something is or may be held: a choice of a session in one of its weeks, or a
 * lesson in one of its weeks. Numbered by start, then end, then lessons before sessions, then by the order of the
 * sites. The numbers therefore sort chronologically, and a set of duties is a sorted list of ints.
 *
 * @param start first minute of each spot, since 1970 in UTC
 * @param end minute after the last
 * @param session session of each spot, or -1 for a lesson
 * @param lesson lesson of each spot, or -1 for a session
 * @param site index of the site of each spot
 * @param date date on which each spot starts
 * @param day that date as days since the horizon's first day; may be negative
 * @param of for each session and each of its choices, the spots that it occupies; empty for guests
 * @param lessons for each lesson, the spots that it occupies
 */
public record TimeSlots(
        long[] start,
        long[] end,
        int[] session,
        int[] lesson,
        int[] site,
        LocalDate[] date,
        int[] day,
        int[][][] of,
        int[][] lessons) {
    /** Returns the number of spots. */
    public int count() {
        return start.length;
    }

    /** Whether a spot belongs to a lesson of the timetable, which is fixed. */
    public boolean isFact(int spot) {
        return session[spot] < 0;
    }

    /** Returns the interval of a spot. */
    public Interval interval(int spot) {
        return new Interval(start[spot], end[spot]);
    }
}
