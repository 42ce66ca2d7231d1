package dk.grundskema.api.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.BackupService;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup of a service in which every table has something, looked at by other means than those that make it. */
@Tag("kills")
class BackupCompletenessTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    /** A service in which everything was used once. */
    private static void useEverythingOnce(Server server) {
        ServiceClient client = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        String week = String.valueOf(client.get(plan + "/timetable/weeks").at("/weeks/0"));
        String day =
                String.valueOf(client.get(plan + "/timetable/weeks/" + week).at("/entries/0/date"));
        String held =
                String.valueOf(client.get(plan + "/timetable/weeks/" + week).at("/entries/0/session"));
        String staff = String.valueOf(client.get(plan + "/staff").at("/items/0/id"));
        assertSuccess(client.post(
                plan + "/absences", Map.of("staffId", staff, "from", day + "T08:00", "until", day + "T12:30")));
        assertSuccess(client.put(
                plan + "/deliveries?session=" + URLEncoder.encode(held, StandardCharsets.UTF_8) + "&date=" + day,
                Map.of("held", false, "reason", "Sne på \"vejene\"")));
        assertSuccess(client.post(plan + "/solves", Map.of("steps", 1)));
        assertSuccess(client.get(plan + "/status"));
        Answer change = client.post(
                plan + "/changes",
                Map.of(
                        "now",
                        day + "T00:00",
                        "steps",
                        1,
                        "changes",
                        List.of(Map.of("kind", "DAY_CLOSED", "day", day))));
        assertSuccess(change);
        Polling.until(() -> client.get(change.header("Location")), Polling::hasEnded);
        assertSuccess(client.withHeader("Idempotency-Key", "en-gang")
                .post(PLANS, Map.of("title", "Æ \"\\ 😀", "problem", TestServices.exampleProblem("camp-3-weeks"))));
        assertSuccess(client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/students/ekstra", Map.of("name", "Ekstra")));
        assertSuccess(client.withHeader("If-Match", client.get(plan).tag()).post(plan + "/undo", Map.of()));
        assertSuccess(client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/staff/ekstra", Map.of("name", "Ekstra")));
        assertSuccess(client.withHeader("If-Match", client.get(plan).tag()).post(plan + "/undo", Map.of()));
        assertThat(ServiceClient.anonymous(server)
                        .post("/api/v1/sign-in", Map.of("signInName", "ingen", "password", "forkert"))
                        .status())
                .isEqualTo(401);
        var rows = server.bean(JdbcClient.class);
        rows.sql("INSERT INTO sign_in_elsewhere (hash, content, expires) VALUES ('h', 'c', CURRENT_TIMESTAMP)")
                .update();
        rows.sql("INSERT INTO milestone (name, reached) VALUES ('for-tests', CURRENT_TIMESTAMP)")
                .update();
        rows.sql(
                        "INSERT INTO import_answer (organisation, kind, word, meaning) VALUES ('home', 'HEADING', 'Hvem', 'Lærer')")
                .update();
        publish(rows);
        rows.sql("""
                        INSERT INTO audit_count (organisation, month_of, kind, action, entries)
                        VALUES ('home', '2020-01', 'SEEN', 'getProblem', 7)""").update();
    }

    private static void publish(JdbcClient rows) {
        rows.sql("""
                        INSERT INTO publication (plan, number, revision, problem, timetable, author, published, note, held_back, exceptions)
                        SELECT plan, 1, id, problem, timetable, 'a', CURRENT_TIMESTAMP, 'Æ', '[]', :bytes
                        FROM revision WHERE timetable IS NOT NULL ORDER BY number LIMIT 1""").param("bytes", new byte[] {1, 2}).update();
        rows.sql("""
                        INSERT INTO feed_link (id, organisation, plan, kind, owner, token, language, created)
                        SELECT 'link', 'home', plan, 'STAFF', 'per', 'token', 'DA', CURRENT_TIMESTAMP FROM publication""").update();
        rows.sql("INSERT INTO feed_link_token (token, link) VALUES ('another', 'link')")
                .update();
        rows.sql("INSERT INTO notice_round (plan, number, told) SELECT plan, number, FALSE FROM publication")
                .update();
        rows.sql("""
                        INSERT INTO notice (plan, number, staff, since, state, made, due, changed, attempts)
                        SELECT plan, number, 'per', 0, 'SENT', published, published, published, 1 FROM publication""").update();
        rows.sql(
                        "INSERT INTO notice_count (plan, number, state, notices) SELECT plan, number, 'SENT', 3 FROM publication")
                .update();
        rows.sql("INSERT INTO notice_choice (organisation, staff, token) VALUES ('home', 'per', 'token')")
                .update();
        rows.sql("INSERT INTO feed_state (link, publication, step, content) VALUES ('link', 1, 1, :bytes)")
                .param("bytes", new byte[] {3})
                .update();
    }

    private static void assertSuccess(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }

    /** Returns all rows of all tables, except sessions, which end, and the database's own records about its tables. */
    private static Map<String, List<String>> rows(ServiceSettings settings) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        try (var connection = DriverManager.getConnection(settings.databaseUrl())) {
            for (String table : tables(connection)) {
                var rows = new ArrayList<String>();
                try (var statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
                all.put(
                        table.toLowerCase(Locale.ROOT),
                        rows.stream()
                                .filter(row -> !row.contains("kind=SESSION"))
                                .sorted()
                                .toList());
            }
        }
        all.remove("flyway_schema_history");
        return all;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE LOWER(table_schema) = 'public'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static String row(ResultSet found) throws SQLException {
        var columns = new TreeMap<String, String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            columns.put(found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), text(found.getObject(i)));
        }
        return columns.toString();
    }

    /** The same for the same value on either database. */
    private static String text(@org.jspecify.annotations.Nullable Object value) throws SQLException {
        return switch (value) {
            case Blob blob -> text(blob.getBytes(1, (int) blob.length()));
            case byte[] bytes -> new BigInteger(1, bytes).toString(16);
            case Timestamp moment -> moment.toInstant().toString();
            case OffsetDateTime moment -> moment.toInstant().toString();
            case null -> "null";
            default -> value.toString();
        };
    }

    @ParameterizedTest
    @DatabaseSource
    void eachRowOfEachTableIsThereAfterwardsOnEitherDatabase(TestDatabase database) throws SQLException, IOException {
        ServiceSettings settings = database.fresh(folder.resolve("from")).with(ServiceSettingKey.WORKERS, "0");
        try (Server server = TestServices.start(settings)) {
            useEverythingOnce(server);
        }
        Map<String, List<String>> before = rows(settings);
        assertThat(before).hasSizeGreaterThan(15);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        Path backup = folder.resolve("backup.zip");
        BackupService.create(settings, backup);
        for (TestDatabase other : TestDatabase.values()) {
            ServiceSettings there = other.fresh(folder.resolve("to-" + other));
            BackupService.restore(there, backup);
            Map<String, List<String>> after = rows(there);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach((table, rows) ->
                    assertThat(after.get(table)).as("%s on %s", table, other).isEqualTo(rows));
        }
    }
}
