package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Responses while the database is unreachable, in filters and in operations. */
@Tag("kills")
final class DatabaseOutageTest {
    @TempDir
    private Path folder;

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("rest.database-away");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("Hikari", "Exception", "jdbc");
    }

    private static void run(ServiceSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.databaseUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The trigger ends the connection inside the transaction, as PostgreSQL does when it is stopped. */
    @Test
    void theyAreToldWhenItGoesInsideATransaction() throws SQLException {
        ServiceSettings settings = TestDatabase.POSTGRESQL.fresh(folder).with(ServiceSettingKey.WORKERS, "0");
        try (Server server = Server.start(TestPlatform.APPLICATION, settings);
                var log = new CapturedLog()) {
            ServiceClient client = ServiceClient.administrator(server);
            run(settings, """
                    CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
                    CREATE TRIGGER organisation_goes BEFORE INSERT ON organisation FOR EACH ROW EXECUTE FUNCTION go_away();
                    CREATE TRIGGER session_goes BEFORE INSERT ON credential FOR EACH ROW EXECUTE FUNCTION go_away();""");

            assertAway(client.post("/api/v1/organisations/home/organisations", Map.of("name", "Skole")));
            var admin = Map.of("signInName", "admin", "password", TestDatabase.PASSWORD);
            assertAway(ServiceClient.anonymous(server).post("/api/v1/sign-in", admin));
            assertThat(log.lines().stream().filter(line -> line.contains("cannot be reached")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("57P01") && line.length() < 300);
            assertThat(log.lines()).noneMatch(line -> line.contains("overridden") || line.contains("broken"));

            run(settings, "DROP FUNCTION go_away CASCADE");
            assertThat(client.post("/api/v1/organisations/home/organisations", Map.of("name", "Skole"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void theyAreToldThatItIsAway() throws SQLException {
        ServiceSettings settings = TestDatabase.H2.fresh(folder).with(ServiceSettingKey.WORKERS, "0");
        try (Server server = Server.start(TestPlatform.APPLICATION, settings)) {
            PageClient planner = PageClient.signedInAs(TestSchool.create(server).addPerson(Role.PLANNER));
            try (var exhaustion = ConnectionPoolExhaustion.exhaust(server)) {
                assertThat(exhaustion.connections()).isPositive();
                assertAway(ServiceClient.administrator(server)
                        .get("/api/v1/organisations")); // who calls is looked up by a filter
                assertAway(ServiceClient.anonymous(server)
                        .post("/api/v1/sign-in", Map.of("signInName", "ingen", "password", "forkert")));
                HttpResponse<String> page = planner.get("/");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("<h1>").doesNotContain("En Person");
            }
        }
    }

    /**
     * Takes all connections to the database, which looks like a database that does not respond, until this is closed. Close it before the service: a
     * pool waits ten seconds for connections that are in use.
     */
    private static final class ConnectionPoolExhaustion implements AutoCloseable {
        private static final int PATIENCE_MILLIS = 250;

        private final List<Connection> taken = new ArrayList<>();

        private ConnectionPoolExhaustion() {}

        /** Takes all connections of a service; further requests for one fail after a short wait. */
        static ConnectionPoolExhaustion exhaust(Server server) throws SQLException {
            var connections = server.bean(HikariDataSource.class);
            var exhaustion = new ConnectionPoolExhaustion();
            for (int i = 0; i < connections.getMaximumPoolSize(); i++) {
                exhaustion.taken.add(connections.getConnection());
            }
            connections.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
            return exhaustion;
        }

        /** Returns the number of connections that it took. */
        int connections() {
            return taken.size();
        }

        /** Gives the connections back. */
        @Override
        public void close() throws SQLException {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
