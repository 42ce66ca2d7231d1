package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output and exit codes of {@code backup --verify} and related commands. */
class BackupCommandTest {
    private static final Path EARLIER =
            Path.of("../service/src/test/resources/dk/grundskema/api/service/start/earlier.zip");

    @TempDir
    private Path folder;

    private CommandOutput type(String... args) {
        return CommandRunner.inFolder(folder, new FakePlanningFacade()).run(args);
    }

    private void restored() throws IOException {
        Files.copy(EARLIER, folder.resolve("earlier.zip"));
        CommandOutput ended = type("restore", "--data", "data", "earlier.zip", "--lang", "en");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("is back", "by an earlier version");
    }

    @Test
    @Tag("kills")
    void verifyingSaysWhetherTheFileIsCompleteOrWhatIsDamagedInBothLanguages() throws IOException {
        restored();
        assertThat(type("backup", "--data", "data", "b.zip").code()).isZero();

        CommandOutput whole = type("backup", "--verify", "b.zip", "--lang", "en");
        CommandOutput danish = type("backup", "--verify", "b.zip", "--lang", "da");

        assertThat(whole.code()).isZero();
        assertThat(whole.out()).contains("b.zip is readable and complete").doesNotContain("earlier version");
        assertThat(danish.code()).isZero();
        assertThat(danish.out()).contains("b.zip er læselig og hel");
        byte[] bytes = Files.readAllBytes(folder.resolve("b.zip"));
        bytes[bytes.length / 2] ^= 4;
        Files.write(folder.resolve("b.zip"), bytes);
        CommandOutput damaged = type("backup", "--verify", "b.zip", "--lang", "en");
        danish = type("backup", "--verify", "b.zip", "--lang", "da");
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.err()).contains("b.zip is damaged: ", "Use another copy of the file");
        assertThat(danish.code()).isEqualTo(2);
        assertThat(danish.err()).contains("b.zip er beskadiget: ", "Brug en anden kopi af filen");
        assertThat(type("restore", "--data", "other", "b.zip").code()).isEqualTo(2);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void documentsThatAreDamagedInTheDatabaseAreSaidByEachCommandWithExitCodeThree() throws IOException, SQLException {
        restored();
        String url = "jdbc:h2:" + folder.resolve("data").resolve("grundskema").toAbsolutePath();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE document SET content = X'1F8B08'"))
                    .isPositive();
        }

        CommandOutput made = type("backup", "--data", "data", "b.zip", "--lang", "en");
        CommandOutput verified = type("backup", "--verify", "b.zip", "--lang", "da");
        CommandOutput restored = type("restore", "--data", "other", "b.zip", "--lang", "en");

        assertThat(made.code()).isEqualTo(3);
        assertThat(made.err()).contains("damaged in the database already", "These revisions", "Keep earlier backups");
        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.err()).contains("beskadiget allerede i databasen", "Behold tidligere sikkerhedskopier");
        assertThat(restored.code()).isEqualTo(3);
        assertThat(restored.err()).contains("damaged in the database already");
    }
}
