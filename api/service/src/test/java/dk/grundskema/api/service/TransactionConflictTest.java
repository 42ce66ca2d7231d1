package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.DatabaseLocks;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Responses to requests that lost a conflict with a concurrent transaction. */
@Tag("kills")
final class TransactionConflictTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @DatabaseSource
    void theyAreToldToAskAgainAndWhen(TestDatabase database) {
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            ServiceClient client = ServiceClient.administrator(server);
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
