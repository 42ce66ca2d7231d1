package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A timetable of generated courses that breaks no hard or medium rule. It proves that there is one; a search may find a better one.
 *
 * @param lectures all lectures
 */
public record PlantedCourses(List<PlantedLecture> lectures) {
    /** Copies the list. */
    public PlantedCourses {
        lectures = List.copyOf(lectures);
    }

    /**
     * A lecture.
     *
     * @param course id of its course
     * @param number number of the lecture in its course, from 1
     * @param day    day of the week
     * @param start  time of day at which it starts
     * @param room   id of its room
     */
    public record PlantedLecture(String course, int number, DayOfWeek day, LocalTime start, String room) {}

    /**
     * Returns this timetable as a plan, which tells its timetable and its score.
     *
     * @param problem the generated problem of the same size and seed
     * @param plugins the plugin of the courses
     */
    public TrialPlan plan(Problem problem, PluginRegistry plugins) {
        TrialPlan trial = TrialPlan.of(plugins, problem, null);
        Map<SessionId, Session> sessions = new HashMap<>();
        trial.sessions().forEach(session -> sessions.put(session.id(), session));
        for (PlantedLecture one : lectures) {
            var id = new SessionId("courses/lecture/" + one.course() + "/" + one.number());
            MeetingTime time = Objects.requireNonNull(sessions.get(id)).times().stream()
                    .filter(each -> each.weekday() == one.day() && each.start().equals(one.start()))
                    .findFirst()
                    .orElseThrow();
            trial.time(id, time).room(id, new RoomId(one.room()));
        }
        return trial;
    }
}
