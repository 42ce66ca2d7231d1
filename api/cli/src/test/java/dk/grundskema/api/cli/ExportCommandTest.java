package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other programs that the command writes, and what it says about them. */
class ExportCommandTest {
    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("camp.json"), "{}");
        Files.writeString(folder.resolve("plan.json"), "{}");
    }

    private CommandRunner.CommandOutput export(String format, String... more) {
        return CommandRunner.inFolder(folder, planning)
                .run(Stream.concat(
                                Stream.of("export", "camp.json", "plan.json", "--format", format, "--output", "out"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> written() throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"asc, asc.xml", "fet, plan.fet", "csv, meetings.csv", "xlsx, meetings.xlsx", "json, timetable.json"})
    void eachFormatIsAFileOfItsOwn(String format, String file) throws IOException {
        var ended = export(format);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Der er 1 fil i " + folder.resolve("out"));
        assertThat(written()).containsExactly(file);
    }

    @Test
    void untisHasATimetableListsAndBellTimes() throws IOException {
        var ended = export("untis", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("files are in");
        assertThat(written())
                .contains("gpu002.txt", "gpu003.txt", "gpu004.txt", "gpu005.txt", "gpu006.txt", "time.txt")
                .anyMatch(name -> name.startsWith("gpu001"));
    }

    @Test
    void withoutAPlanTheExistingLessonsAreWritten() throws IOException {
        planning.problem = CommandProblemFixture.schoolProblem();
        var ended = CommandRunner.inFolder(folder, planning)
                .run("export", "camp.json", "--format", "csv", "--output", "out");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("out/meetings.csv")).content().contains("Dansk");
    }

    @Test
    void withoutAPlanAndWithoutLessonsNothingIsWritten() throws IOException {
        var ended = CommandRunner.inFolder(folder, planning)
                .run("export", "camp.json", "--format", "csv", "--output", "out");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("export.no-timetable");
        assertThat(written()).isEmpty();
    }

    @Test
    void existingLessonsAreNoTimetableInJson() throws IOException {
        planning.problem = CommandProblemFixture.schoolProblem();
        var ended = CommandRunner.inFolder(folder, planning)
                .run("export", "camp.json", "--format", "json", "--output", "out");

        assertThat(ended.err()).contains("export.no-timetable");
        assertThat(written()).isEmpty();
    }

    @Test
    void onlyThePersonsMeetingsAreWritten() throws IOException {
        assertThat(export("csv", "--staff", "ane").code()).isZero();
        assertThat(folder.resolve("out/meetings.csv")).content().contains("Ane Bjerregård");
    }

    @Test
    void unknownPersonIsReportedAndNothingIsWritten() throws IOException {
        var ended = export("csv", "--staff", "nobody");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("export.no-such-staff", "nobody");
        assertThat(written()).isEmpty();
    }

    @Test
    void unknownClassIsReportedAndNothingIsWritten() throws IOException {
        var ended = export("csv", "--class", "nothing");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("export.no-such-class", "nothing");
        assertThat(written()).isEmpty();
    }

    @Test
    void unknownFormatOrBothPersonAndClassAreUsageErrors() throws IOException {
        assertThat(export("gpx").code()).isEqualTo(2);
        assertThat(export("csv", "--staff", "ane", "--class", "a").code()).isEqualTo(2);
        assertThat(written()).isEmpty();
    }

    @Test
    void fileOfSomebodyElseIsNeverOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/meetings.csv"), "mine");

        assertThat(export("csv").code()).isEqualTo(2);
        assertThat(folder.resolve("out/meetings.csv")).hasContent("mine");
    }

    @Test
    void nextExportReplacesTheFilesOfTheLastOne() throws IOException {
        export("asc");
        export("csv");

        assertThat(written()).containsExactly("meetings.csv");
    }
}
