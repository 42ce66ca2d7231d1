package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Locks;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
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

/** What callers are told whose change gave way to somebody else's. */
@Tag("full")
final class CollisionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void aDatabaseThatGaveSomethingUpForOthersIsKnownByItsState(String state) {
        var failure = new PessimisticLockingFailureException("x", new SQLException("it gave way", state));
        assertThat(Collisions.isReasonOf(failure)).isTrue();
    }

    @Test
    void whatItWouldRefuseAgainIsNone() {
        assertThat(Collisions.isReasonOf(new SQLException("twice", "23505"))).isFalse();
        assertThat(Collisions.isReasonOf(new SQLException("no state"))).isFalse();
        assertThat(Collisions.isReasonOf(new IllegalStateException())).isFalse();
    }

    @ParameterizedTest
    @DatabaseSource
    void theyAreToldToAskAgainAndWhen(Database database) {
        try (Server server =
                Server.start(new PluginHouse(), database.fresh(folder).with(Setting.WORKERS, "0"))) {
            Client client = Services.administrator(server);
            String plan = NewPlan.of(client);
            String tag = client.get(plan).tag();
            Locks.patience(server, database, 20);

            Answer answer = server.part(TransactionTemplate.class).execute(status -> {
                server.part(JdbcClient.class)
                        .sql("SELECT id FROM plan WHERE id = :plan FOR UPDATE")
                        .param("plan", NewPlan.id(plan).value())
                        .query(String.class)
                        .list();
                return client.with("If-Match", tag).delete(plan);
            });

            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.at("/code")).isEqualTo("rest.others-changing");
            assertThat(client.with("If-Match", tag).delete(plan).status()).isEqualTo(204);
        }
    }
}
