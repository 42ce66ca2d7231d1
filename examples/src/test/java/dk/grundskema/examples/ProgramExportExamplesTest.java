package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.exports.program.ProgramTexts;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of all examples, exported and read again by the importer. */
@Tag("full")
class ProgramExportExamplesTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final long STEPS = 2_000;

    @TempDir
    Path folder;

    private record Plan(Problem problem, Timetable timetable, PlanExporter exporter, TimetableViews views) {
        static Plan of(String example) throws InterruptedException {
            Problem problem =
                    switch (PLANNING.readProblem(Path.of(example, "problem.json"))) {
                        case ReadResult.Success<Problem> good -> good.value();
                        case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
                    };
            var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null);
            Timetable timetable = PLANNING.startSolve(request, progress -> {}).await();
            var texts = new Texts(Locale.of("da"), PLANNING.textBundles(Locale.of("da")), Function.identity());
            var demands = PLANNING.expandDemands(problem);
            var names = new PlanNameResolver(texts, problem, demands, PlanNameResolver.StudentNaming.NAMES);
            var exporter = new PlanExporter(PLANNING, texts, problem, names, demands);
            return new Plan(problem, timetable, exporter, exporter.allViews(timetable));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp-3-weeks",
                "camp-4-weeks-overnight",
                "camp-autumn-clocks",
                "camp-too-few-staff",
                "guide-all-five",
                "school-12-classes",
                "school-30-classes",
                "small-groups"
            })
    void examplesComeBackAsTheyWere(String example) throws IOException, InterruptedException {
        Plan plan = Plan.of(example);
        for (ProgramFormat format : ProgramFormat.values()) {
            ProgramExport export = plan.exporter().programFiles(format, plan.timetable(), ExportScope.wholePlan());
            var texts = ProgramTexts.forLanguage(Locale.of("da"));
            System.out.println("== " + example + " " + format + " " + export.weeks() + " " + export.files().keySet());
            export.findings().forEach(each -> System.out.println("   " + texts.sentenceOf(each)));
            Path target = Files.createDirectories(Path.of("/tmp/exp", example, format.word()));
            for (var file : export.files().entrySet()) {
                Files.write(target.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
