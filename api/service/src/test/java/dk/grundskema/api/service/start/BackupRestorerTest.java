package dk.grundskema.api.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.BackupService;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restore leaves everything, or a place where the next restore finds room. */
@Tag("kills")
class BackupRestorerTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";
    private static final String SESSION = """
            INSERT INTO credential (id, account, kind, hash, name, scopes, created, expires)
            SELECT 'a-session', account, 'SESSION', 'a-hash', name, scopes, created, expires FROM credential WHERE kind = 'TOKEN'""";

    @TempDir
    Path folder;

    private Path backup(TestDatabase database) {
        ServiceSettings settings = database.fresh(folder.resolve("from"));
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(TestPlans.createCampPlan(client)).isNotEmpty();
            assertThat(server.bean(JdbcClient.class).sql(SESSION).update()).isOne();
        }
        Path backup = folder.resolve("backup.zip");
        BackupService.create(settings, backup);
        return backup;
    }

    /** Returns the constraints of the tables, without generated names. */
    private static Set<String> rules(ServiceSettings settings) throws SQLException {
        var rules = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(settings.databaseUrl());
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
                    while (keys.next()) {
                        rules.add(row(
                                keys,
                                "FKTABLE_NAME",
                                "FKCOLUMN_NAME",
                                "PKTABLE_NAME",
                                "PKCOLUMN_NAME",
                                "KEY_SEQ",
                                "UPDATE_RULE",
                                "DELETE_RULE",
                                "DEFERRABILITY"));
                    }
                }
                try (ResultSet keys =
                        connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, false)) {
                    while (keys.next()) {
                        rules.add(row(keys, "TABLE_NAME", "NON_UNIQUE", "ORDINAL_POSITION", "COLUMN_NAME"));
                    }
                }
            }
        }
        return rules;
    }

    private static String row(ResultSet row, String... columns) throws SQLException {
        var values = new ArrayList<String>();
        for (String column : columns) {
            values.add(row.getString(column));
        }
        return String.join(" ", values).toLowerCase(Locale.ROOT);
    }

    private static String refused(ServiceSettings settings, Path file) {
        return catchThrowableOfType(StartRefusedException.class, () -> BackupService.restore(settings, file))
                .texts(Locale.ENGLISH)
                .getFirst();
    }

    @ParameterizedTest
    @DatabaseSource
    void theTablesHaveTheSameRulesAsThoseOfAFreshDatabaseAndSessionsHaveEnded(TestDatabase database)
            throws IOException, SQLException {
        Path backup = backup(TestDatabase.H2);
        ServiceSettings fresh = database.fresh(folder.resolve("fresh"));
        Server.start(ServiceApplication.create(new PluginPlanningFacade()), fresh)
                .close();
        ServiceSettings there = database.fresh(folder.resolve("to"));

        BackupService.restore(there, backup);

        assertThat(rules(there)).isEqualTo(rules(fresh)).anyMatch(rule -> rule.startsWith("revision plan plan id"));
        try (var connection = DriverManager.getConnection(there.databaseUrl());
                var statement = connection.createStatement();
                var kinds = statement.executeQuery("SELECT DISTINCT kind FROM credential")) {
            assertThat(kinds.next()).isTrue();
            assertThat(kinds.getString(1)).isEqualTo("TOKEN");
            assertThat(kinds.next()).isFalse();
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
        }
    }

    /** The first tables can be restored from it, a later one cannot. */
    private List<Path> broken(Path backup) throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path truncated = Files.write(folder.resolve("truncated.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path without = folder.resolve("without.zip");
        Path odd = folder.resolve("odd.zip");
        copy(backup, without, "");
        copy(backup, odd, "[1, \"x\", {}]\n");
        return List.of(truncated, without, odd);
    }

    private static void copy(Path from, Path to, String instead) throws IOException {
        try (var in = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : in.stream().map(each -> (ZipEntry) each).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("tables/revision")) {
                    String first = new String(content, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow();
                    content = (instead.isEmpty() ? "" : first + "\n" + instead).getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
                out.closeEntry();
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aBrokenBackupLeavesNothingBehindAndTheNextOneIsBroughtBackWhole(TestDatabase database)
            throws IOException, SQLException {
        Path backup = backup(TestDatabase.H2);
        ServiceSettings fresh = database.fresh(folder.resolve("fresh"));
        Server.start(ServiceApplication.create(new PluginPlanningFacade()), fresh)
                .close();
        ServiceSettings there = database.fresh(folder.resolve("to"));
        for (Path one : broken(backup)) {
            assertThat(refused(there, one)).as(one.toString()).doesNotContain("There is something in");
        }
        Files.createDirectories(there.data());
        try (var left = Files.list(there.data())) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }

        BackupService.restore(there, backup);

        assertThat(rules(there)).isEqualTo(rules(fresh));
        try (Server server = Server.start(ServiceApplication.create(new PluginPlanningFacade()), there)) {
            assertThat(ServiceClient.administrator(server).get(PLANS).body()).contains("Lejr");
        }
    }
}
