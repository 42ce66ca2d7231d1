package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.PlantedGroups.PlantedGroup;
import dk.grundskema.examples.generated.PlantedGroups.PlantedSession;
import dk.grundskema.examples.scoring.GroupsScorer;
import dk.grundskema.plugins.smallgroups.SmallGroupsParameters;
import dk.grundskema.plugins.smallgroups.SmallGroupsPlugin;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan that is planted is what proves how much need can be served. */
class PlantedGroupsTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(PlantedGroupsTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"tiny, 1", "small, 1", "medium, 2"})
    void lacksNothingButTheNeedThatCapacityForcesToBeLeft(String name, long seed) {
        GroupsSize size = GroupsSize.findByName(name);
        Problem problem = GroupsGenerator.problem(size, seed, PLUGINS);
        PlantedGroups plan = GroupsGenerator.plantedPlan(size, seed);

        Timetable timetable = write(problem, plan);

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.rule()).isEqualTo("core.student-without-group"));
        var score = new GroupsScorer().score(problem, timetable);
        assertThat(score).isEqualTo(timetable.score());
        assertThat(score.hard()).isZero();
        assertThat(score.medium()).isEqualTo(-100 * UnservedNeedBound.unservedNeed(problem));
    }

    @SuppressWarnings("unchecked") // the only intervention is small groups
    private static Timetable write(Problem problem, PlantedGroups plan) {
        var demand = new SmallGroupsPlugin()
                .expand(
                        (Intervention<SmallGroupsParameters>)
                                problem.interventions().getFirst(),
                        problem,
                        List.of());
        var free = new ArrayList<Group>();
        demand.groupings().forEach(grouping -> free.addAll(grouping.groups()));
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null);
        for (PlantedGroup one : plan.groups()) {
            Group group = free.stream()
                    .filter(each -> sessions(demand.sessions(), each)
                            .getFirst()
                            .subject()
                            .equals(one.subject()))
                    .findFirst()
                    .orElseThrow();
            free.remove(group);
            one.students().forEach(student -> trial.join(new StudentId(student), group.id()));
            List<Session> sessions = sessions(demand.sessions(), group);
            for (int i = 0; i < sessions.size(); i++) {
                hold(trial, sessions.get(i), one.sessions().get(i));
            }
            demand.seats().stream()
                    .filter(seat -> seat.sessions().contains(sessions.getFirst().id()))
                    .forEach(seat -> trial.seat(seat.id(), new StaffId(one.tutor())));
        }
        return trial.timetable("");
    }

    private static List<Session> sessions(List<Session> all, Group group) {
        return all.stream().filter(one -> group.id().equals(one.awakeWith())).toList();
    }

    private static void hold(TrialPlan trial, Session session, PlantedSession planted) {
        MeetingTime time = session.times().stream()
                .filter(each ->
                        each.weekday() == planted.weekday() && each.start().equals(planted.start()))
                .findFirst()
                .orElseThrow();
        trial.time(session.id(), time);
        trial.room(session.id(), new RoomId(planted.room()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "medium", "large"})
    void groupsAreASoundProblem(String size) {
        Problem problem = GroupsGenerator.problem(GroupsSize.findByName(size), 1, PLUGINS);

        assertThat(new Planner(PLUGINS).validate(problem)).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(problem.students()).hasSize(GroupsSize.findByName(size).candidates());
    }
}
