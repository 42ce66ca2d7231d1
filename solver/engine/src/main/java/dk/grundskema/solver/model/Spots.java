package dk.grundskema.solver.model;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * Every stretch of time at which something may be held or is: a choice of a session in one of its weeks, or a lesson in one
 * of its weeks. Numbered in order of start, then end; at once lessons before sessions, then in the order of the sites.
 *
 * @param start   first minute of each spot, since 1970 in UTC
 * @param end     minute after the last
 * @param session session of each spot, or -1 if it is a lesson's
 * @param lesson  lesson of each spot, or -1 if it is a session's
 * @param site    index of the site of each spot
 * @param date    date on which each spot starts
 * @param day     the same as days since the horizon's first day; may be negative
 * @param of      for each session and each of its choices, the spots that it takes; empty for guests
 * @param lessons for each lesson, the spots that it takes
 */
public record Spots(
        long[] start,
        long[] end,
        int[] session,
        int[] lesson,
        int[] site,
        LocalDate[] date,
        int[] day,
        int[][][] of,
        int[][] lessons) {
    /** How many spots there are. */
    public int count() {
        return start.length;
    }

    /** Whether a spot is a lesson's, which is a fact. */
    public boolean isFact(int spot) {
        return session[spot] < 0;
    }

    /** A spot's stretch of time. */
    public Interval interval(int spot) {
        return new Interval(start[spot], end[spot]);
    }
}
