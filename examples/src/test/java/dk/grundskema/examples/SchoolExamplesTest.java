package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.imports.FileImporter;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example schools: importing their files and planning on the result. */
class SchoolExamplesTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SchoolExamplesTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);
    private static final Path TWELVE = Path.of("school-12-classes");
    private static final Path THIRTY = Path.of("school-30-classes");

    private static final SortedSet<IsoWeek> CAMP =
            new TreeSet<>(Set.of(new IsoWeek(2026, 38), new IsoWeek(2026, 39), new IsoWeek(2026, 40)));

    private static ImportResult importFolder(Path folder, String title) throws IOException {
        try (var files = Files.list(folder)) {
            var named = files.filter(file -> file.toString().matches(".*\\.(csv|xlsx)"))
                    .sorted()
                    .map(file -> new NamedFile(file.toString(), file))
                    .toList();
            var request = new ImportRequest(
                    named,
                    null,
                    null,
                    "2026/27",
                    null,
                    title,
                    Language.DA,
                    folder + "/problem.json",
                    StudentIdScheme.of(StudentKey::random));
            return new FileImporter(PLUGINS, PLANNER::validate).importFiles(request);
        }
    }

    private static Problem problem(ReadResult<Problem> read) {
        return switch (read) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    private static Problem problem(Path folder) {
        return problem(new ProblemReader(PLUGINS).read(folder.resolve("problem.json")));
    }

    private static Timetable solve(Problem problem, long steps) throws InterruptedException {
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(steps), 1, 1, null);
        return PLANNER.start(request, progress -> {}).await();
    }

    private static List<RuleViolation> faults(Problem problem, Timetable plan) {
        return new TimetableChecker(PLUGINS::find).check(problem, plan);
    }

    private static FidelityReport coTeaching(Problem problem, Timetable plan) {
        return new FidelityAssessor(PLUGINS::find, new TimetableChecker(PLUGINS::find))
                .reports(problem, plan)
                .getFirst();
    }

    @Test
    void filesOfTheSmallSchoolAreImportedWithoutWarning() throws IOException {
        ImportResult imported = importFolder(TWELVE, "Skovbakkeskolen 2026/27");
        assertThat(imported.hasWarnings() || imported.hasErrors()).isFalse();
        assertThat(imported.json()).isEqualTo(Files.readString(TWELVE.resolve("problem.json")));
    }

    @Test
    @Tag("examples")
    void filesOfTheLargeSchoolAreImportedWithoutWarningExceptForManualAdditions() throws IOException {
        ImportResult imported = importFolder(THIRTY, "Engvangskolen 2026/27");
        assertThat(imported.hasWarnings() || imported.hasErrors()).isFalse();
        Problem files = problem(new ProblemReader(PLUGINS).read(Objects.requireNonNull(imported.json())));
        Problem example = problem(THIRTY);
        assertThat(example.lessons()).isEqualTo(files.lessons());
        assertThat(example.staff()).isEqualTo(files.staff());
        assertThat(example.students()).isEqualTo(files.students());
        assertThat(example.groups()).isEqualTo(files.groups());
        assertThat(example.schools()).isEqualTo(files.schools());
        assertThat(example.horizon()).isEqualTo(files.horizon());
        assertThat(example.rooms()).hasSize(files.rooms().size() + 1).containsAll(files.rooms());
        assertThat(files.interventions()).hasSize(1);
        assertThat(example.interventions()).hasSize(2);
    }

    @Test
    void allFourClassesOfTheSmallSchoolReachTheGuidesMinimumWithoutFault() throws InterruptedException {
        Problem problem = problem(TWELVE);
        Timetable plan = solve(problem, 5_000);
        assertThat(faults(problem, plan)).isEmpty();
        FidelityReport report = coTeaching(problem, plan);
        assertThat(report.asks()).extracting(Ask::status).doesNotContain(Ask.Status.SHORT);
        assertThat(report.breakdowns().getFirst().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.status()).isEqualTo(Ask.Status.MET));
    }

    @Test
    @Tag("examples")
    void largeSchoolIsSplitAtTheCampsWeeksAndItsShortageOfCoTeachersIsReported() throws InterruptedException {
        Problem problem = problem(THIRTY);
        Timetable plan = solve(problem, 3_000);
        assertPatternsAreSplitAtTheCampsFirstAndLastWeek(plan);
        assertThat(faults(problem, plan))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.level()).isEqualTo(Level.MEDIUM))
                .extracting(RuleViolation::rule)
                .contains("core.missing-adult");
        assertThat(plan.meetings())
                .filteredOn(meeting -> !meeting.excusedStudentIds().isEmpty())
                .isNotEmpty()
                .allSatisfy(meeting -> {
                    assertThat(meeting.interventionId().value()).isEqualTo("laeringslejr");
                    assertThat(CAMP).containsAll(meeting.weeks());
                });
    }

    @Test
    void campInTermIsRefusedWithoutADecisionToMissLessons() throws IOException {
        String named = Files.readString(THIRTY.resolve("problem.json"));
        String nameless = named.replaceFirst("\"takesStudentsFromLessons\": \\{[^}]*},", "");
        assertThat(nameless).isNotEqualTo(named);
        assertThat(PLANNER.validate(problem(new ProblemReader(PLUGINS).read(nameless))))
                .filteredOn(Finding::isError)
                .extracting(Finding::code)
                .containsExactly("camp.lessons.school-in-term", "camp.lessons.students-in-lessons");
    }

    private static void assertPatternsAreSplitAtTheCampsFirstAndLastWeek(Timetable plan) {
        var spans = plan.meetings().stream()
                .filter(meeting -> meeting.kind().equals("lesson"))
                .map(Meeting::weeks)
                .collect(Collectors.toSet());
        assertThat(spans).contains(CAMP);
        assertThat(spans)
                .allSatisfy(weeks -> assertThat(CAMP.containsAll(weeks) || Collections.disjoint(CAMP, weeks))
                        .isTrue());
    }
}
