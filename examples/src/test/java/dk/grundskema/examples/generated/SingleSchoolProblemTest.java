package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Planning a small municipality as a whole is as good for each school as planning it alone. */
@Tag("examples")
class SingleSchoolProblemTest {
    private static final long STEPS = 4_000;

    private final PluginRegistry plugins = PluginRegistry.load(SingleSchoolProblemTest.class.getClassLoader());
    private final Problem problem = MunicipalityGenerator.problem(new MunicipalitySize(2, 8), 1, plugins);

    private Timetable solve(Problem some, long steps, @Nullable Timetable from) throws InterruptedException {
        var request = new SolveRequest(some, "", SolveLimits.ofSteps(steps), 1, 1, from);
        return new Planner(plugins).start(request, progress -> {}).await();
    }

    @Test
    void wholePlanHasNoConflictAndNoSchoolAloneIsMoreThanOnePercentBetter() throws InterruptedException {
        Timetable whole = solve(problem, 2 * STEPS, null);

        assertThat(whole.score().hard()).isZero();
        assertThat(new TimetableChecker(plugins::find).check(problem, whole))
                .noneMatch(fault -> fault.level() == dk.grundskema.domain.finding.Level.HARD);
        for (var site : problem.sites()) {
            Problem school = SingleSchoolProblem.extract(problem, whole, site.id());
            Timetable before = solve(school, 1, whole);
            Timetable after = solve(school, STEPS, null);
            assertThat(before.score().hard()).isZero();
            assertThat(-after.score().medium() * 100)
                    .isGreaterThanOrEqualTo(-before.score().medium() * 99);
        }
    }

    @Test
    void singleSchoolProblemHasTheSharedPeoplesHoursAtOtherSchools() throws InterruptedException {
        Timetable whole = solve(problem, 300, null);
        Problem first = SingleSchoolProblem.extract(problem, whole, new SiteId("school-01"));

        List<Lesson> busy = first.lessons().stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.BUSY)
                .toList();
        assertThat(first.interventions()).hasSize(2);
        assertThat(first.students())
                .hasSameSizeAs(problem.students().stream()
                        .filter(one -> new SiteId("school-01").equals(one.site()))
                        .toList());
        assertThat(busy)
                .isNotEmpty()
                .allMatch(lesson -> new SiteId("school-02").equals(lesson.site()))
                .allMatch(lesson -> lesson.staffIds().stream()
                        .allMatch(who ->
                                who.value().equals("advisor-01") || who.value().equals("tutor-01")));
        assertThat(new Planner(plugins).validate(first)).noneMatch(finding -> finding.isError());
    }
}
