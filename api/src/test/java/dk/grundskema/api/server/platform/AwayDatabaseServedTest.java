package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.TakenConnections;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers are told while the service can't reach its database, whether a filter needed it or an operation. */
final class AwayDatabaseServedTest {
    @TempDir
    private Path folder;

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("rest.database-away");
        assertThat(answer.body()).doesNotContain("Hikari", "Exception", "jdbc");
    }

    @Test
    void theyAreToldThatItIsAway() throws SQLException {
        Settings settings = Database.H2.fresh(folder).with(Setting.WORKERS, "0");
        try (Server server = Server.start(new PluginHouse(), settings)) {
            TakenConnections.of(server);

            assertAway(
                    Services.administrator(server).get("/api/v1/organisations")); // who calls is looked up by a filter
            assertAway(Services.stranger(server)
                    .post("/api/v1/sign-in", Map.of("signInName", "ingen", "password", "forkert")));
        }
    }
}
