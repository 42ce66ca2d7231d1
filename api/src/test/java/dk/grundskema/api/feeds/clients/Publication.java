package dk.grundskema.api.feeds.clients;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is published at a time.
 *
 * @param when     when
 * @param sessions what is held
 * @param tasks    what is to be done on a date
 */
record Publication(Instant when, List<Session> sessions, List<Task> tasks) {
    /**
     * The timetable that is published.
     *
     * @param problem hash of the problem that it is of
     * @param zone    the problem's
     */
    Timetable timetable(String problem, ZoneId zone) {
        return Camp.timetable(problem, zone, sessions, tasks);
    }
}
