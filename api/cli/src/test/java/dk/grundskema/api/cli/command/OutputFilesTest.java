package dk.grundskema.api.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go, and whether they can. */
class OutputFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstFreeNumberIsTaken() throws IOException {
        assertThat(OutputFiles.findFreeFile(folder)).isEqualTo(folder.resolve("timetable.json"));
        Files.createFile(folder.resolve("timetable.json"));
        assertThat(OutputFiles.findFreeFile(folder)).isEqualTo(folder.resolve("timetable-2.json"));
        Files.createFile(folder.resolve("timetable-2.json"));
        assertThat(OutputFiles.findFreeFile(folder)).isEqualTo(folder.resolve("timetable-3.json"));
    }

    @Test
    void aFolderThatCanBeWrittenIsFineAndLeftAsItWas() {
        assertThat(OutputFiles.writeRefusal(folder.resolve("plan.json"))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() {
        assertThat(OutputFiles.writeRefusal(folder))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo("file.is-folder"));
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThat(OutputFiles.writeRefusal(folder.resolve("no/plan.json"))).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo("output.no-folder");
            assertThat(finding.arguments()).containsExactly(folder.resolve("no").toString());
        });
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(OutputFiles.writeRefusal(file.resolve("plan.json"))).isPresent();
    }

    @Test
    void anInputIsRecognisedUnderAnotherName() throws IOException {
        Path problem = Files.createFile(folder.resolve("p.json"));

        assertThat(OutputFiles.overwriteRefusal(folder.resolve("./p.json"), problem))
                .isPresent();
        assertThat(OutputFiles.overwriteRefusal(folder.resolve("t.json"), problem))
                .isEmpty();
    }
}
