package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.Service;
import dk.grundskema.api.service.testing.SolvedPlans;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A truncated export is not mistaken for a complete one. */
final class FailingExportTest {
    private static final String PERSON = "/api/v1/organisations/home/person?id=bente";

    @TempDir
    private Path folder;

    private Server idle(TestDatabase database) {
        return Server.start(
                Service.of(new PluginPlanningFacade()), database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"));
    }

    /** Makes attendance unreadable; exports read it after the documents. */
    private static void breakAttendance(Server server) {
        server.bean(JdbcClient.class)
                .sql("ALTER TABLE delivery RENAME TO elsewhere")
                .update();
    }

    private static int inUse(Server server) {
        return server.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    @Test
    @Tag("http")
    void aPersonsExportThatFailsWhenPartOfItIsSentBreaksOff() {
        try (Server server = idle(TestDatabase.H2)) {
            ServiceClient client = ServiceClient.administrator(server);
            for (int i = 0; i < 4; i++) {
                SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 10);
            }
            Answer whole = client.get(PERSON);
            assertThat(whole.body().length()).as("more than is sent at once").isGreaterThan(16_000);
            breakAttendance(server);

            try (var log = new CapturedLog()) {
                assertThatThrownBy(() -> client.get(PERSON)).isInstanceOf(UncheckedIOException.class);

                List<String> said = log.lines().stream()
                        .filter(line -> line.startsWith("log A response was truncated; the connection is closed."))
                        .toList();
                assertThat(said).singleElement().asString().contains("request=").doesNotContain("bente", "Bente");
            }
            Polling.until("no connection is kept", () -> inUse(server) == 0);
            Answer again = client.get("/api/v1/organisations");
            assertThat(again.status()).isEqualTo(200);
        }
    }

    /** Compressed responses and archives are sent when complete, so an error can still be reported. */
    @Test
    @Tag("http")
    void exportsThatFailBeforeAnythingIsSentAreProblems() {
        try (Server server = idle(TestDatabase.H2)) {
            ServiceClient client = ServiceClient.administrator(server);
            String plan = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 10);
            breakAttendance(server);

            Answer archive = client.get(plan + "/archive");
            assertThat(archive.status()).as(archive.body()).isEqualTo(500);
            assertThat(archive.at("/code")).isEqualTo("rest.status-500");
            Answer compressed = client.withHeader("Accept-Encoding", "gzip").get(PERSON);
            assertThat(compressed.status()).as(compressed.body()).isEqualTo(500);
            Polling.until("no connection is kept", () -> inUse(server) == 0);
        }
    }
}
