package dk.grundskema.examples.generated;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.CoTeachingPlugin;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A co-teaching plan that proves that a generated school's minima can be reached. The budgets are what it needs and slightly
 * more.
 *
 * @param lessons      lessons with their second adults
 * @param preparations preparations with their participants
 */
public record PlantedPlan(List<PlantedLesson> lessons, List<PlantedPreparation> preparations) {
    /** Copies the lists. */
    public PlantedPlan {
        lessons = List.copyOf(lessons);
        preparations = List.copyOf(preparations);
    }

    /**
     * A lesson with a second adult.
     *
     * @param lesson     id of the lesson
     * @param coTeacher  id of the second adult
     * @param secondRoom id of the room of the second group; empty if there is none
     */
    public record PlantedLesson(String lesson, String coTeacher, String secondRoom) {}

    /**
     * A shared preparation.
     *
     * @param group     id of the class
     * @param coTeacher id of the main co-teacher
     * @param teacher   id of one of the class's own teachers
     * @param slot      index of the lesson in the week at which it begins
     */
    public record PlantedPreparation(String group, String coTeacher, String teacher, int slot) {}

    /**
     * Returns this plan as a timetable.
     *
     * @param problem the generated school of the same size and seed
     * @param plugins all plugins
     */
    public Timetable timetable(Problem problem, PluginRegistry plugins) {
        Map<SessionId, Session> sessions = sessions(problem);
        TrialPlan trial = TrialPlan.of(plugins, problem, null);
        for (PlantedLesson one : lessons) {
            var id = new SessionId("co-teaching/lesson/" + one.lesson() + "/2026-W33");
            trial.seat(new SeatId(id + "#0"), new StaffId(one.coTeacher()));
            if (!one.secondRoom().isEmpty()) {
                trial.room(id, new RoomId(one.secondRoom()));
            }
        }
        for (PlantedPreparation one : preparations) {
            var id = new SessionId("co-teaching/preparation/" + one.group() + "/2026-W33");
            MeetingTime time = Objects.requireNonNull(sessions.get(id)).times().stream()
                    .filter(each -> each.weekday() == SchoolWeek.weekday(one.slot())
                            && each.start().equals(SchoolWeek.start(one.slot())))
                    .findFirst()
                    .orElseThrow();
            trial.time(id, time);
            trial.seat(new SeatId(id + "#0"), new StaffId(one.coTeacher()));
            trial.seat(new SeatId(id + "#1"), new StaffId(one.teacher()));
        }
        return trial.timetable("");
    }

    @SuppressWarnings("unchecked") // the only intervention is co-teaching
    private static Map<SessionId, Session> sessions(Problem problem) {
        var coTeaching =
                (Intervention<CoTeachingParameters>) problem.interventions().getFirst();
        Map<SessionId, Session> sessions = new HashMap<>();
        new CoTeachingPlugin()
                .expand(coTeaching, problem)
                .sessions()
                .forEach(session -> sessions.put(session.id(), session));
        return sessions;
    }
}
