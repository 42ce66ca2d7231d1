package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.generated.GroupsGenerator;
import dk.grundskema.examples.generated.GroupsSize;
import dk.grundskema.examples.generated.SmallGroupsExample;
import dk.grundskema.examples.generated.UnservedNeedBound;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The school with small groups among the examples. */
class SmallGroupsExampleTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SmallGroupsExampleTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);
    private static final Path FILE = Path.of("small-groups", "problem.json");

    @Test
    void fileEqualsTheGeneratorsOutput() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo(SmallGroupsExample.file());
    }

    private static Problem problem() {
        return problem(FILE);
    }

    private static Problem problem(Path file) {
        return switch (new ProblemReader(PLUGINS).read(file)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    @Test
    @Tag("examples")
    void groupsAreFormedAndNobodyMissesALesson() throws InterruptedException {
        Problem problem = problem();
        assertThat(PLANNER.validate(problem)).noneMatch(Finding::isError);
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(3_000), 1, 1, null);

        Timetable plan = PLANNER.start(request, progress -> {}).await();

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan))
                .noneMatch(fault -> fault.level() == Level.HARD);
        var report = new FidelityAssessor(PLUGINS::find, new TimetableChecker(PLUGINS::find))
                .reports(problem, plan)
                .getFirst();
        assertThat(report.breakdowns().getFirst().lines()).hasSizeGreaterThan(15);
        assertThat(report.asks())
                .filteredOn(ask ->
                        ask.code().endsWith("ordinary-lessons") || ask.code().endsWith(".sizes"))
                .extracting(Ask::status)
                .containsOnly(Ask.Status.MET);
    }

    /** Tutors of seven, seven and six sessions a week have 20 together: five groups of four sessions, but each alone only one. */
    @Test
    @Tag("examples")
    void severalTutorsOfAGroupLeaveLessNeedThanOne(@TempDir Path folder) throws Exception {
        String file = GroupsGenerator.file(GroupsSize.SMALL, 1);
        var hours = List.of(7, 7, 6).iterator();
        String few = Pattern.compile("(\"mostSessionsPerWeek\": )\\d+")
                .matcher(file)
                .replaceAll(tutor -> tutor.group(1) + hours.next());
        Path one = Files.writeString(folder.resolve("one.json"), few);
        Path several = Files.writeString(
                folder.resolve("several.json"),
                few.replace("\"mostGroups\":", "\"tutorsPerGroup\": 2, \"mostGroups\":"));

        Timetable withOne = solve(problem(one));
        Problem shared = problem(several);
        Timetable withSeveral = solve(shared);

        assertThat(withSeveral.score().medium()).isGreaterThan(withOne.score().medium());
        var broken = new TimetableChecker(PLUGINS::find).check(shared, withSeveral);
        assertThat(broken).extracting(RuleViolation::rule).containsOnly("core.student-without-group");
        assertThat(broken.stream().mapToLong(RuleViolation::amount).sum())
                .isGreaterThanOrEqualTo(UnservedNeedBound.unservedNeed(shared));
    }

    private static Timetable solve(Problem problem) throws InterruptedException {
        assertThat(PLANNER.validate(problem)).noneMatch(Finding::isError);
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(5_000), 1, 1, null);
        Timetable plan = PLANNER.start(request, progress -> {}).await();
        return plan;
    }
}
