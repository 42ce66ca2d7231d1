package dk.grundskema.api.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.BackupService;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@Tag("kills")
class BackupServiceTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";
    private static final Path EARLIER = Path.of("src/test/resources/dk/grundskema/api/service/start/earlier.zip");

    @TempDir
    Path folder;

    private static void plan(ServiceClient client, String title) {
        var made = client.post(PLANS, Map.of("title", title, "problem", TestServices.exampleProblem("camp-3-weeks")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var changed = client.withHeader("If-Match", "\"1\"")
                .put(
                        made.header("Location") + "/problem",
                        Map.of("problem", TestServices.exampleProblem("camp-3-weeks")));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    /** The lines of each table, without those of answers, which come and go. */
    private static Map<String, String> content(Path backup) throws IOException {
        var all = new TreeMap<String, String>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    all.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    private static List<String> refused(Runnable work) {
        return catchThrowableOfType(StartRefusedException.class, work::run).texts(Locale.ENGLISH);
    }

    @ParameterizedTest
    @DatabaseSource
    void restoredBackupEqualsTheOriginalOnEitherDatabase(TestDatabase database) throws IOException {
        ServiceSettings settings = database.fresh(folder.resolve("a"));
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(server);
            plan(client, "Æøå \"\\ 😀");
            plan(client, "To");
        }
        Path backup = folder.resolve("backup.zip");
        BackupService.create(settings, backup);
        assertThat(content(backup).get("tables/plan").lines()).hasSize(3);
        for (TestDatabase other : TestDatabase.values()) {
            ServiceSettings there = other.fresh(folder.resolve("b-" + other));
            BackupService.restore(there, backup);
            Path again = folder.resolve("again-" + other + ".zip");
            BackupService.create(there, again);
            assertThat(content(again)).isEqualTo(content(backup));
            assertThat(refused(() -> BackupService.restore(there, backup)).getFirst())
                    .startsWith("There is something in jdbc:")
                    .endsWith("A backup is brought back only where nothing is.");
            try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), there)) {
                plan(ServiceClient.administrator(server), "Tre");
                assertThat(ServiceClient.administrator(server).get(PLANS).body())
                        .contains("Æøå", "To", "Tre");
            }
        }
    }

    /** A concurrent transaction is in the backup either completely or not at all. */
    @ParameterizedTest
    @DatabaseSource
    void backupIsConsistentWhileOthersWrite(TestDatabase database) throws Exception {
        ServiceSettings settings = database.fresh(folder.resolve("a"));
        var made = new AtomicInteger();
        Path backup = folder.resolve("backup.zip");
        int before;
        int after;
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(server);
            plan(client, "Først");
            var writer = new Thread(() -> {
                for (int i = 0; i < 15; i++) {
                    plan(client, "Plan " + i);
                    made.incrementAndGet();
                }
            });
            writer.start();
            Polling.until(made::get, many -> many >= 3);
            before = made.get();
            BackupService.create(settings, backup);
            after = made.get();
            writer.join();
        }
        assertThat(made.get()).isEqualTo(15);
        long plans = content(backup).get("tables/plan").lines().count() - 2;
        assertThat(plans).isBetween((long) before, (long) after + 1);
        ServiceSettings there = database.fresh(folder.resolve("b"));
        BackupService.restore(there, backup);
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), there)) {
            assertThat(ServiceClient.administrator(server).get(PLANS).status()).isEqualTo(200);
        }
    }

    @Test
    void databaseRestoredIntoAReadableFolderIsReadableByItsOwnerOnly() throws IOException {
        ServiceSettings there = TestDatabase.H2.fresh(Files.createDirectories(folder.resolve("b")));
        Files.setPosixFilePermissions(there.data(), PosixFilePermissions.fromString("rwxr-xr-x"));

        BackupService.restore(there, EARLIER);

        assertThat(permissions(there.data().resolve("grundskema.mv.db"))).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Each process has its own address; only with the embedded database is another process asked. */
    @Test
    void servicesThatShareDatabaseAndFolderLeaveEachOtherAlone() throws IOException {
        ServiceSettings settings = TestDatabase.POSTGRESQL.fresh(folder);
        try (Server first = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings);
                Server second = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            plan(ServiceClient.administrator(first), "Fra den ene");
            assertThat(ServiceClient.administrator(second).get(PLANS).body()).contains("Fra den ene");
            try (var files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
            Path backup = folder.resolve("backup.zip");
            BackupService.create(settings, backup);
            assertThat(content(backup).get("tables/plan")).contains("Fra den ene");
        }
    }

    @Test
    void aFileThatAKilledServiceLeftIsInNobodysWay() throws IOException {
        ServiceSettings settings = TestDatabase.H2.fresh(folder.resolve("a"));
        Path control = settings.data().resolve("service.control");
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            plan(ServiceClient.administrator(server), "Efterladt");
            assertThat(control).exists();
            assertThat(permissions(control)).isEqualTo("rw-------");
        }
        assertThat(control).doesNotExist();
        Files.writeString(control, "http://127.0.0.1:1\nsecret\n");
        BackupService.create(settings, folder.resolve("one.zip"));
        try (Server other = TestServices.start(TestDatabase.H2, folder.resolve("b"))) {
            Files.writeString(control, "http://127.0.0.1:%d\nsecret\n".formatted(other.port()));
            BackupService.create(settings, folder.resolve("two.zip"));
        }
        assertThat(content(folder.resolve("one.zip")).get("tables/plan")).contains("Efterladt");
        assertThat(content(folder.resolve("two.zip"))).isEqualTo(content(folder.resolve("one.zip")));
    }

    @Test
    void nothingIsOverwrittenAndWhatIsNoBackupIsRefused() throws IOException {
        ServiceSettings settings = TestDatabase.H2.fresh(folder.resolve("a"));
        assertThat(refused(() -> BackupService.create(settings, folder.resolve("x.zip"))))
                .containsExactly("There is no database in " + settings.data() + ". Name its folder by --data.");
        Path file = Files.writeString(folder.resolve("file.zip"), "not a backup");
        assertThat(refused(() -> BackupService.create(settings, file)))
                .containsExactly(file + " is there already. Choose another name.");
        assertThat(refused(() -> BackupService.restore(settings, file)))
                .hasSize(2)
                .startsWith(file + " isn't a backup, or its beginning is damaged.");
        Path none = file.resolveSibling("none.zip");
        assertThat(refused(() -> BackupService.restore(settings, none)))
                .containsExactly("There is no file " + none + ".");
    }

    /**
     * Opens and migrates a database of an earlier release. There is no earlier release yet, so the file is of this one, written with
     * {@code -Dgrundskema.earlier.write=true}. The next release adds its own file before it changes a table.
     */
    @ParameterizedTest
    @DatabaseSource
    void theDatabaseOfAnEarlierReleaseIsBroughtUpToDate(TestDatabase database) {
        if (Boolean.getBoolean("grundskema.earlier.write")) {
            writeEarlier();
        }
        ServiceSettings settings = database.fresh(folder.resolve("up-" + database));
        BackupService.restore(settings, EARLIER);
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(client.get(PLANS).at("/items/0/title")).isEqualTo("Fra før");
            String place = PLANS.replaceFirst("organisations.*", "plans/")
                    + client.get(PLANS).at("/items/0/id");
            assertThat(client.get(place + "/timetable/weeks").status()).isEqualTo(200);
            assertThat(client.get(place + "/problem").body()).contains("teams");
            plan(client, "Fra nu");
        }
    }

    private void writeEarlier() {
        try {
            ServiceSettings settings = TestDatabase.H2.fresh(folder.resolve("earlier"));
            try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
                plan(ServiceClient.administrator(server), "Fra før");
                String id = String.valueOf(
                        ServiceClient.administrator(server).get(PLANS).at("/items/0/id"));
                SolvedPlans.giveTimetable(server, "/api/v1/plans/" + id, 50, 1);
            }
            Files.createDirectories(EARLIER.getParent());
            Files.deleteIfExists(EARLIER);
            BackupService.create(settings, EARLIER.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
