package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.scoring.SchoolScorer;
import dk.grundskema.plugins.coteaching.CoTeachingParameters;
import dk.grundskema.plugins.coteaching.CoTeachingPlugin;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan that is planted is what proves that every minimum can be reached. */
class PlantedPlanTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(PlantedPlanTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "12, 1"})
    void lacksNothingByTheIndependentCheckerAndTheScorer(int classes, long seed) {
        SchoolSize size = SchoolSize.of(classes);
        Problem problem = SchoolGenerator.problem(size, seed, PLUGINS);

        Timetable timetable = write(problem, SchoolGenerator.planted(size, seed));

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable))
                .isEmpty();
        Score score = new SchoolScorer().score(problem, timetable);
        assertThat(score).isEqualTo(timetable.score());
        assertThat(score.isWithoutFault()).isTrue();
    }

    @SuppressWarnings("unchecked") // the only intervention is co-teaching
    private static Timetable write(Problem problem, PlantedPlan plan) {
        Map<SessionId, Session> sessions = new HashMap<>();
        new CoTeachingPlugin()
                .expand(
                        (Intervention<CoTeachingParameters>)
                                problem.interventions().getFirst(),
                        problem,
                        List.of())
                .sessions()
                .forEach(session -> sessions.put(session.id(), session));
        TrialPlan trial = TrialPlan.of(PLUGINS, problem, null);
        for (PlantedPlan.PlantedLesson one : plan.lessons()) {
            var id = new SessionId("co-teaching/lesson/" + one.lesson() + "/2026-W33");
            trial.seat(new SeatId(id + "#0"), new StaffId(one.coTeacher()));
            if (!one.secondRoom().isEmpty()) {
                trial.room(id, new RoomId(one.secondRoom()));
            }
        }
        for (PlantedPlan.PlantedPreparation one : plan.preparations()) {
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
}
