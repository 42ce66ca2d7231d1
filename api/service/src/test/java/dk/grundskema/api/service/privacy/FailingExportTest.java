package dk.grundskema.api.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A truncated export is not mistaken for a complete one. */
final class FailingExportTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String person = school.path() + "/person?id=bente";

    private String createPlan() {
        return SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 10);
    }

    /** Makes attendance unreadable; exports read it after the documents. */
    private void breakAttendance() {
        server.bean(JdbcClient.class)
                .sql("ALTER TABLE delivery RENAME TO elsewhere")
                .update();
    }

    @AfterEach
    void mendAttendance() {
        server.bean(JdbcClient.class)
                .sql("ALTER TABLE IF EXISTS elsewhere RENAME TO delivery")
                .update();
    }

    private int inUse() {
        return server.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    @Test
    void aPersonsExportThatFailsWhenPartOfItIsSentBreaksOff() {
        for (int i = 0; i < 4; i++) {
            createPlan();
        }
        Answer whole = client.get(person);
        assertThat(whole.body().length()).as("more than is sent at once").isGreaterThan(16_000);
        breakAttendance();

        try (var log = new CapturedLog()) {
            assertThatThrownBy(() -> client.get(person)).isInstanceOf(UncheckedIOException.class);

            List<String> said = log.lines().stream()
                    .filter(line -> line.startsWith("log A response was truncated; the connection is closed."))
                    .toList();
            assertThat(said).singleElement().asString().contains("request=").doesNotContain("bente", "Bente");
        }
        Polling.until("no connection is kept", () -> inUse() == 0);
        Answer again = client.get("/api/v1/organisations");
        assertThat(again.status()).isEqualTo(200);
    }

    /** Compressed responses and archives are sent when complete, so an error can still be reported. */
    @Test
    void exportsThatFailBeforeAnythingIsSentAreProblems() {
        String plan = createPlan();
        breakAttendance();

        Answer archive = client.get(plan + "/archive");
        assertThat(archive.status()).as(archive.body()).isEqualTo(500);
        assertThat(archive.at("/code")).isEqualTo("rest.status-500");
        Answer compressed = client.withHeader("Accept-Encoding", "gzip").get(person);
        assertThat(compressed.status()).as(compressed.body()).isEqualTo(500);
        Polling.until("no connection is kept", () -> inUse() == 0);
    }
}
