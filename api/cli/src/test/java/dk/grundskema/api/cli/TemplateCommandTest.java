package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that {@code template} writes, and files that it does not overwrite. */
class TemplateCommandTest {
    @TempDir
    private Path folder;

    private CommandOutput type(String... args) {
        return CommandRunner.inFolder(folder, new FakePlanningFacade()).run(args);
    }

    @Test
    void aWorkbookIsWrittenWhereNoneIs() throws IOException {
        CommandOutput ended = type("template", "t.xlsx", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("The template is in t.xlsx.");
        assertThat(Files.readAllBytes(folder.resolve("t.xlsx"))).startsWith('P', 'K');
    }

    @Test
    void aFileIsOnlyReplacedWhenThatIsAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("t.xlsx"), "mine");

        CommandOutput refused = type("template", "t.xlsx");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("[template.exists]").contains("--force");
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(type("template", "t.xlsx", "--force").code()).isZero();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("PK");
    }

    @Test
    void otherEndingsAndFoldersAreRefused() {
        assertThat(type("template", "t.xls").err())
                .contains("[template.ending]")
                .contains("t.xls.xlsx");
        assertThat(type("template", "x/t.xlsx").err()).contains("[output.no-folder]");
        assertThat(folder.resolve("t.xls")).doesNotExist();
    }
}
