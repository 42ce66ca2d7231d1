package dk.grundskema.api.service.subscribe.clients;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A publication.
 *
 * @param when     time of the publication
 * @param sessions published sessions
 * @param tasks    published tasks on a date
 */
record CampPublication(Instant when, List<CampSession> sessions, List<Task> tasks) {
    /**
     * The timetable that is published.
     *
     * @param problem hash of the problem that it is of
     * @param zone    the problem's
     */
    Timetable timetable(String problem, ZoneId zone) {
        return ClientCampFixture.timetable(problem, zone, sessions, tasks);
    }
}
