package dk.grundskema.api.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Each says in one sentence what to do. */
@Tag("kills")
class StartFailureDiagnosisTest {
    @TempDir
    Path folder;

    private static List<String> refused(ServiceSettings settings) {
        return catchThrowableOfType(
                        StartRefusedException.class,
                        () -> Server.start(TestPlatform.APPLICATION, settings).close())
                .texts(Locale.ENGLISH);
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refused(TestDatabase.H2.fresh(folder).with(ServiceSettingKey.PORT, port)))
                    .containsExactly(
                            "Port %s is taken. Stop what uses it, or choose another by --port.".formatted(port));
        }
    }

    @Test
    void anAddressThatTheMachineLacks() {
        assertThat(refused(TestDatabase.H2.fresh(folder).with(ServiceSettingKey.ADDRESS, "192.0.2.1")))
                .containsExactly(
                        "This machine has no address \"192.0.2.1\". Set \"address\" to one that it has, or to 0.0.0.0 for all.");
    }

    @ParameterizedTest
    @DatabaseSource
    void aFirstPasswordThatIsEasyToGuessUnlessItIsNotUsedAnyMore(TestDatabase database) {
        ServiceSettings settings = database.fresh(folder);
        ServiceSettings guessable = settings.with(ServiceSettingKey.ADMIN_PASSWORD, "password123");
        assertThat(refused(guessable))
                .containsExactly(
                        "\"admin.password\" is easy to guess, and the first administrator would sign in with it. Choose another; several words are good.");
        ServiceSettings shorter = settings.with(ServiceSettingKey.ADMIN_PASSWORD, "qvxkzw123");
        assertThat(refused(shorter)).singleElement().asString().contains("10 to 200 characters");
        Server.start(TestPlatform.APPLICATION, settings).close();
        Server.start(TestPlatform.APPLICATION, guessable).close();
        try (Server again = Server.start(TestPlatform.APPLICATION, shorter)) {
            assertThat(ServiceClient.administrator(again).get("/api/v1/me").status())
                    .isEqualTo(200);
        }
    }

    /** One process can open the database twice, so the test locks its file as another process would. */
    @Test
    void aDatabaseThatAnotherUses() throws IOException {
        ServiceSettings settings = TestDatabase.H2.fresh(folder);
        Server.start(TestPlatform.APPLICATION, settings).close();
        try (var file = FileChannel.open(folder.resolve("grundskema.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(refused(settings))
                    .containsExactly("Another process uses the database in " + folder
                            + ". Stop it first, or choose another folder by --data.");
        }
    }

    @Test
    void aDatabaseThatIsBroken() throws IOException {
        Files.writeString(folder.resolve("grundskema.mv.db"), "This is no database.".repeat(1000));
        assertThat(refused(TestDatabase.H2.fresh(folder)).getFirst())
                .startsWith("The database in " + folder + " can't be read (")
                .contains("restore the latest backup");
    }

    @Test
    void aFileWhereTheFolderShouldBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refused(TestDatabase.H2.fresh(file)))
                .containsExactly(file + " is a file, but a folder is needed for the data. Choose another by --data.");
    }

    @Test
    void theFolderThatIsMadeIsItsOwnersAlone() throws IOException {
        Path data = folder.resolve("data");
        new StartFailureDiagnosis(TestDatabase.H2.fresh(data)).prepareDataFolder();
        assertThat(data).isDirectory();
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refused(TestDatabase.H2.fresh(file.resolve("below"))).getFirst())
                .contains("can't be written in");
    }

    @ParameterizedTest
    @DatabaseSource
    void aDatabaseOfANewerVersion(TestDatabase database) throws SQLException {
        ServiceSettings settings = database.fresh(folder);
        Server.start(TestPlatform.APPLICATION, settings).close();
        try (var connection = DriverManager.getConnection(settings.databaseUrl());
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time", "success")
                    VALUES (900, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, TRUE)""");
        }
        try (var log = new CapturedLog()) {
            assertThat(refused(settings).getFirst())
                    .startsWith("The database was made by a newer version (999; this one knows up to ")
                    .endsWith("Use the newer version, or restore a backup from before.");
            assertThat(log.lines()).noneMatch(line -> line.contains("memory leak"));
        }
    }

    @Test
    void aDatabaseServerThatDoesNotAnswerOrLetIn() {
        ServiceSettings there = TestDatabase.POSTGRESQL.fresh(folder);
        assertThat(refused(
                        there.with(ServiceSettingKey.DATABASE_URL, "jdbc:postgresql://localhost:1/grundskema?user=x")))
                .containsExactly("The database at jdbc:postgresql://localhost:1/grundskema doesn't answer."
                        + " Is it running, and are host and port in database.url right?");
        String other = there.databaseUrl().replaceFirst("/grundskema\\d+", "/forgotten");
        assertThat(refused(there.with(ServiceSettingKey.DATABASE_URL, other)).getFirst())
                .startsWith("There is no database of that name at jdbc:postgresql://localhost:");
        var wrong = new SQLException("password authentication failed", "28P01");
        assertThat(new StartFailureDiagnosis(there.with(ServiceSettingKey.DATABASE_USER, "me"))
                        .explain(wrong)
                        .texts(Locale.ENGLISH)
                        .getFirst())
                .contains("doesn't let \"me\" in");
    }
}
