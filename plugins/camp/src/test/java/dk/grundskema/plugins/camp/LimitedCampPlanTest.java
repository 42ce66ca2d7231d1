package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.allowedIn;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.inRoom;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans a week of three teams whose fifteen modules all have a subject, with every limit of subjects. */
class LimitedCampPlanTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(LimitedCampPlanTest.class.getClassLoader());

    private static Problem problem(Level level) {
        return smallCamp()
                .teams(3)
                .room("room-3", "house", "classroom")
                .room("lab", "house", "laboratory")
                .days(day(
                        "day",
                        "1 2 3 4 5",
                        module("module-1", "09:00", "10:30"),
                        CampBuilder.lunch(),
                        module("module-2", "13:00", "14:30"),
                        module("module-3", "15:00", "16:30")))
                .subjects(
                        allowedIn("swimming", 4, 1, level, "module-3"),
                        inRoom("science", 4, 2, "laboratory"),
                        subject("art", 3, 1, ""),
                        subject("music", 4, 1, ""))
                .noDoubleModules(level, "science")
                .roomLimit(level, null, "laboratory")
                .problem();
    }

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"HARD", "MEDIUM"})
    void planKeepsAllLimits(Level level) throws InterruptedException {
        Problem problem = problem(level);
        var planner = new Planner(PLUGINS);
        Timetable plan = planner.start(
                        new SolveRequest(problem, "0", SolveLimits.ofSteps(10_000), 1, 1, null), progress -> {})
                .await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan))
                .extracting(fault -> fault.rule())
                .doesNotContainAnyElementsOf(
                        SubjectLimitRules.TYPES.stream().map(type -> type.id()).toList())
                .doesNotContain("camp.modules-per-subject");
    }
}
