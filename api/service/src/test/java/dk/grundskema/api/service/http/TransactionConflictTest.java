package dk.grundskema.api.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.start.Server;
import dk.grundskema.api.service.start.ServiceSettingKey;
import dk.grundskema.api.service.testing.DatabaseLocks;
import dk.grundskema.api.service.testing.DatabaseSource;
import dk.grundskema.api.service.testing.ServiceClient;
import dk.grundskema.api.service.testing.ServiceClient.Answer;
import dk.grundskema.api.service.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Responses to requests that lost a conflict with a concurrent transaction. */
@Tag("kills")
final class TransactionConflictTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void aDatabaseThatGaveSomethingUpForOthersIsKnownByItsState(String state) {
        var failure = new PessimisticLockingFailureException("x", new SQLException("it gave way", state));
        assertThat(TransactionConflictDetector.isCauseOf(failure)).isTrue();
    }

    @Test
    void failureThatWouldRecurIsNoConflict() {
        assertThat(TransactionConflictDetector.isCauseOf(new SQLException("twice", "23505")))
                .isFalse();
        assertThat(TransactionConflictDetector.isCauseOf(new SQLException("no state")))
                .isFalse();
        assertThat(TransactionConflictDetector.isCauseOf(new IllegalStateException()))
                .isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void theyAreToldToAskAgainAndWhen(TestDatabase database) {
        try (Server server =
                Server.start(new PluginPlanningFacade(), database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            ServiceClient client = TestServices.administratorClient(server);
            String plan = TestPlans.createCampPlan(client);
            String tag = client.get(plan).tag();
            DatabaseLocks.setLockTimeout(server, database, 20);

            Answer answer = server.bean(TransactionTemplate.class).execute(status -> {
                server.bean(JdbcClient.class)
                        .sql("SELECT id FROM plan WHERE id = :plan FOR UPDATE")
                        .param("plan", TestPlans.planIdOf(plan).value())
                        .query(String.class)
                        .list();
                return client.withHeader("If-Match", tag).delete(plan);
            });

            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.at("/code")).isEqualTo("rest.others-changing");
            assertThat(client.withHeader("If-Match", tag).delete(plan).status()).isEqualTo(204);
        }
    }
}
