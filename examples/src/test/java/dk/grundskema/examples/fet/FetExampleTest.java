package dk.grundskema.examples.fet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.FileImporter;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The school from FET's stored files, and solved again by FET if it is installed. */
@Tag("examples")
class FetExampleTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(FetExampleTest.class.getClassLoader());
    private static final Path GIVEN = Path.of("school-from-fet", "bakkeskolen.fet");

    @TempDir
    Path folder;

    static ImportResult importFile(Path file) {
        var named = List.of(new NamedFile(file.toString(), file));
        var request = new ImportRequest(
                named,
                null,
                null,
                "2026/27",
                null,
                null,
                Language.DA,
                "problem.json",
                StudentIdScheme.of(StudentKey::random));
        return new FileImporter(PLUGINS, new Planner(PLUGINS)::validate).importFiles(request);
    }

    private static void assertIsTheSchool(ImportResult imported) {
        assertThat(imported.findings())
                .filteredOn(each -> each.finding().isError())
                .isEmpty();
        assertThat(imported.hasWarnings()).isFalse();
        ImportCounts understood = imported.understood();
        assertThat(understood.classes()).isEqualTo(6);
        assertThat(understood.lessons()).isBetween(115, 147); // activities, some of them divided by the lunch break
        assertThat(hours(Objects.requireNonNull(imported.problem()))).isEqualTo(148);
        assertThat(understood.staff()).isEqualTo(10);
        assertThat(understood.courses()).isEqualTo(12);
        assertThat(understood.rooms()).isEqualTo(11);
    }

    /** Returns how many hours of FET all lessons have. */
    private static long hours(Problem problem) {
        List<LocalTime> starts = Pattern.compile("<Name>(\\d\\d:\\d\\d)-")
                .matcher(readGiven())
                .results()
                .map(hour -> LocalTime.parse(hour.group(1)))
                .toList();
        return problem.lessons().stream()
                .flatMap(lesson -> starts.stream()
                        .filter(start -> !start.isBefore(lesson.time().start())
                                && start.isBefore(lesson.time().end())))
                .count();
    }

    private static String readGiven() {
        try {
            return Files.readString(GIVEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void filesOfTheExampleAreSixClassesWith148Hours() {
        assertIsTheSchool(importFile(GIVEN));
    }

    @Test
    void solutionOfFetHasTheSameLessonsAtOtherTimes() throws IOException, InterruptedException {
        Path solved = FetProgram.find().solve(GIVEN, folder, 120);
        assertIsTheSchool(importFile(solved.resolve("bakkeskolen_data_and_timetable.fet")));
    }
}
