package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.grundskema.api.imports.FileImporter;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The school from FET's stored files, and solved again by FET if it is installed. */
@Tag("full")
class FetExampleTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(FetExampleTest.class.getClassLoader());
    private static final Path GIVEN = Path.of("school-from-fet", "bakkeskolen.fet");

    @TempDir
    Path folder;

    private static ImportResult importFile(Path file) {
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

    private static Path fetProgram() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(place -> Path.of(place, "fet-cl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
    }

    private static void assertIsTheSchool(ImportResult imported) {
        assertThat(imported.findings())
                .filteredOn(each -> each.finding().isError())
                .isEmpty();
        assertThat(imported.hasWarnings()).isFalse();
        ImportCounts understood = imported.understood();
        assertThat(understood.classes()).isEqualTo(6);
        assertThat(understood.lessons()).isEqualTo(148);
        assertThat(understood.staff()).isEqualTo(10);
        assertThat(understood.courses()).isEqualTo(12);
        assertThat(understood.rooms()).isEqualTo(11);
    }

    @Test
    void filesOfTheExampleAreSixClassesWith148Lessons() {
        assertIsTheSchool(importFile(GIVEN));
    }

    @Test
    @Tag("client")
    void solutionOfFetHasTheSameLessonsAtOtherTimes() throws IOException, InterruptedException {
        Path program = fetProgram();
        assumeTrue(
                !program.toString().isEmpty(),
                "FET's command line (fet-cl) is not installed, so the example is not solved anew.");
        Process process = new ProcessBuilder(
                        program.toString(), "--inputfile=" + GIVEN.toAbsolutePath(), "--outputdir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
        assertIsTheSchool(importFile(folder.resolve("timetables/bakkeskolen/bakkeskolen_data_and_timetable.fet")));
    }
}
