package dk.grundskema.examples.generated;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.smallgroups.SmallGroupsParameters;
import dk.grundskema.plugins.smallgroups.SmallGroupsPlugin;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan of small groups that proves how much need can be served: all tutors' hours and all groups are full.
 *
 * @param groups       the groups
 * @param unservedNeed sum of the needs of candidates without a group
 */
public record PlantedGroups(List<PlantedGroup> groups, long unservedNeed) {
    /** Copies the list. */
    public PlantedGroups {
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param subject  its subject
     * @param tutor    id of the tutor
     * @param students ids of the members
     * @param sessions its sessions of each week
     */
    public record PlantedGroup(String subject, String tutor, List<String> students, List<PlantedSession> sessions) {
        /** Copies the lists. */
        public PlantedGroup {
            students = List.copyOf(students);
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * A session of each week.
     *
     * @param weekday its weekday
     * @param start   its start
     * @param room    id of the room
     */
    public record PlantedSession(DayOfWeek weekday, LocalTime start, String room) {}

    /**
     * Returns this plan as a timetable.
     *
     * @param problem the generated small groups of the same size and seed
     * @param plugins all plugins
     */
    public Timetable timetable(Problem problem, PluginRegistry plugins) {
        Demand demand = demand(problem);
        var unused = new ArrayList<Group>();
        demand.groupings().forEach(grouping -> unused.addAll(grouping.groups()));
        TrialPlan trial = TrialPlan.of(plugins, problem, null);
        for (PlantedGroup planted : groups) {
            Group group = unused.stream()
                    .filter(each -> sessions(demand, each).getFirst().subject().equals(planted.subject()))
                    .findFirst()
                    .orElseThrow();
            unused.remove(group);
            planted.students().forEach(student -> trial.join(new StudentId(student), group.id()));
            List<Session> sessions = sessions(demand, group);
            for (int i = 0; i < sessions.size(); i++) {
                place(trial, sessions.get(i), planted.sessions().get(i));
            }
            demand.seats().stream()
                    .filter(seat -> seat.sessions().contains(sessions.getFirst().id()))
                    .forEach(seat -> trial.seat(seat.id(), new StaffId(planted.tutor())));
        }
        return trial.timetable("");
    }

    @SuppressWarnings("unchecked") // the only intervention is small groups
    private static Demand demand(Problem problem) {
        var smallGroups =
                (Intervention<SmallGroupsParameters>) problem.interventions().getFirst();
        return new SmallGroupsPlugin().expand(smallGroups, problem);
    }

    private static List<Session> sessions(Demand demand, Group group) {
        return demand.sessions().stream()
                .filter(one -> group.id().equals(one.awakeWith()))
                .toList();
    }

    private static void place(TrialPlan trial, Session session, PlantedSession planted) {
        MeetingTime time = session.times().stream()
                .filter(each ->
                        each.weekday() == planted.weekday() && each.start().equals(planted.start()))
                .findFirst()
                .orElseThrow();
        trial.time(session.id(), time);
        trial.room(session.id(), new RoomId(planted.room()));
    }
}
