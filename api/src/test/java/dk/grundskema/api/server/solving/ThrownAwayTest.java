package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.plans.PlanShelf;
import dk.grundskema.api.server.plans.Trash;
import dk.grundskema.api.server.start.Server;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of solves of plans that nobody wants any more. */
final class ThrownAwayTest {
    private static final Map<String, Long> LONG = Map.of("steps", 1_000_000_000L);

    private static String aPlan(Client client) {
        return client.post(
                        "/api/v1/organisations/home/plans",
                        Map.of("title", "Lejr", "problem", Services.example("camp-3-weeks")))
                .header("Location");
    }

    private static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static long tasks(Server server, String solve) {
        return server.part(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE :solve")
                .param("solve", id(solve) + "-%")
                .query(Long.class)
                .single();
    }

    private static String state(Server server, String solve) {
        return server.part(JdbcClient.class)
                .sql("SELECT state FROM solve_job WHERE id = :solve")
                .param("solve", id(solve))
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @DatabaseSource
    void throwingAPlanAwayEndsItsSolvesAndTheyAreThereWhenItIsHadBack(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = aPlan(client);
        var solves = new ArrayList<String>();
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            solves.add(client.post(plan + "/solves", LONG).header("Location"));
        }
        String running = solves.getFirst();
        String waiting = solves.getLast();
        Waiting.until(() -> client.get(running), one -> one.at("/score") instanceof Map);
        assertThat(client.get(waiting).at("/state")).isEqualTo("QUEUED");

        assertThat(client.with("If-Match", client.get(plan).tag()).delete(plan).status())
                .isEqualTo(204);

        assertThat(state(server, waiting)).isEqualTo("DONE");
        solves.forEach(solve -> Waiting.until(() -> tasks(server, solve), left -> left == 0));
        assertThat(solves).allSatisfy(solve -> assertThat(state(server, solve)).isEqualTo("DONE"));
        Answer back = client.post(plan + "/restore", Map.of());
        assertThat(back.at("/revision/number").toString())
                .as("nothing came of them")
                .isEqualTo("1");
        assertThat(client.get(running).at("/score")).isInstanceOf(Map.class);
        assertThat(client.get(waiting).body()).contains("solve.stopped-before-anything");
        Answer adopted = client.with("If-Match", back.tag()).post(running + "/adopt", Map.of());
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveThatStillRunsWhenItsPlanGoesForGoodEnds(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String plan = aPlan(client);
        String solve = client.post(plan + "/solves", LONG).header("Location");
        Waiting.until(() -> client.get(solve), one -> one.at("/score") instanceof Map);
        server.part(JdbcClient.class)
                .sql("UPDATE plan SET deleted = :then WHERE id = :plan")
                .param(
                        "then",
                        Timestamp.from(Instant.now().minus(PlanShelf.GRACE).minusSeconds(60)))
                .param("plan", id(plan))
                .update();

        server.part(Trash.class).whatIsDue();

        for (String table : List.of("revision", "solve_job")) {
            assertThat(server.part(JdbcClient.class)
                            .sql("SELECT COUNT(*) FROM " + table + " WHERE plan = :plan")
                            .param("plan", id(plan))
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        Waiting.until(() -> tasks(server, solve), left -> left == 0);
    }
}
