package dk.grundskema.api.feeds.clients;

import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is published at a time.
 *
 * @param when     when
 * @param sessions what is held
 * @param tasks    what is to be done on a date
 * @param spans    what lasts whole days
 */
record Publication(Instant when, List<Session> sessions, List<Task> tasks, List<Span> spans) {
    /**
     * Something of whole days.
     *
     * @param uid     what calendars know it by
     * @param summary what it is
     * @param first   first day
     * @param last    last day
     */
    record Span(String uid, String summary, LocalDate first, LocalDate last) {}

    Timetable timetable() {
        return Camp.timetable(sessions, tasks);
    }
}
