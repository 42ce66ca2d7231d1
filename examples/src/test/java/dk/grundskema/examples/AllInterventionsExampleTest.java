package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One school with all five interventions of the guide in one plan. */
@Tag("examples")
class AllInterventionsExampleTest {
    private static final PluginRegistry PLUGINS =
            PluginRegistry.load(AllInterventionsExampleTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);
    private static final long STEPS = 20_000;

    private static Problem problem() {
        ReadResult<Problem> read = new ProblemReader(PLUGINS).read(Path.of("guide-all-five", "problem.json"));
        return switch (read) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    @Test
    void problemHasTheGuidesFiveInterventionsAndNoFindings() {
        Problem problem = problem();
        assertThat(problem.interventions())
                .extracting(Intervention::type)
                .containsExactlyInAnyOrder(
                        "co-teaching", "peer-learning", "small-groups", "intensive-course", "book-packages");
        assertThat(PLANNER.validate(problem)).noneMatch(finding -> finding.isError());
    }

    @Test
    void rolesHaveTextsInBothLanguages() {
        for (Locale locale : List.of(Locale.of("da"), Locale.of("en"))) {
            var texts = new Texts(locale, PLUGINS.bundles(locale), Function.identity());
            assertThat(PLANNER.demands(problem()))
                    .flatMap(Demand::seats)
                    .extracting(seat -> "role." + seat.role())
                    .contains("role.leader", "role.class-teacher", "role.adult", "role.pedagogue")
                    .allMatch(texts::has);
        }
    }

    @Test
    void planOfAllFiveHasNoHardOrMediumFault() throws InterruptedException {
        Problem problem = problem();
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null);
        Timetable plan = PLANNER.start(request, progress -> {}).await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan)).isEmpty();
        assertThat(plan.score().hard()).isZero();
        assertThat(plan.score().medium()).isZero();
        assertThat(plan.meetings())
                .extracting(Meeting::kind)
                .contains("lesson", "peer-learning", "small-group", "talk", "course-lesson", "mentor", "handover");
        assertThat(plan.tasks()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(plan.meetings())
                .filteredOn(meeting -> meeting.kind().equals("small-group"))
                .as("groups have the students' own teachers as tutors")
                .isNotEmpty()
                .allSatisfy(meeting -> assertThat(FinishedIntervention.staff(meeting, "tutor"))
                        .containsExactly(new StaffId(meeting.subject().equals("MAT") ? "rs" : "ab")));
        List<FidelityReport> reports =
                new FidelityAssessor(PLUGINS::find, new TimetableChecker(PLUGINS::find)).reports(problem, plan);
        assertThat(reports)
                .filteredOn(report -> report.interventionId().value().equals("makkere"))
                .singleElement()
                .satisfies(report -> assertThat(report.asks())
                        .filteredOn(ask -> ask.status() == Ask.Status.SHORT)
                        .extracting(Ask::code)
                        .containsExactly("peer-learning.ask.confirmed"));
    }
}
