package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.lifecycle.TrashPurger;
import dk.grundskema.api.service.testing.TestServices;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Solves of deleted plans. */
final class TrashedPlanSolveTest {
    private static final Map<String, Long> LONG = Map.of("steps", 1_000_000_000L);

    private static String aPlan(ServiceClient client) {
        return client.post(
                        "/api/v1/organisations/home/plans",
                        Map.of("title", "Lejr", "problem", TestServices.exampleProblem("camp-3-weeks")))
                .header("Location");
    }

    private static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static long tasks(Server server, String solve) {
        return server.bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance LIKE :solve")
                .param("solve", id(solve) + "-%")
                .query(Long.class)
                .single();
    }

    private static String state(Server server, String solve) {
        return server.bean(JdbcClient.class)
                .sql("SELECT state FROM solve_job WHERE id = :solve")
                .param("solve", id(solve))
                .query(String.class)
                .single();
    }

    @Test
    void throwingAPlanAwayEndsItsSolvesAndTheyAreThereWhenItIsHadBack() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = aPlan(client);
        var solves = new ArrayList<String>();
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            solves.add(client.post(plan + "/solves", LONG).header("Location"));
        }
        String running = solves.getFirst();
        String waiting = solves.getLast();
        Polling.until(() -> client.get(running), one -> one.at("/score") instanceof Map);
        assertThat(client.get(waiting).at("/state")).isEqualTo("QUEUED");

        assertThat(client.withHeader("If-Match", client.get(plan).tag())
                        .delete(plan)
                        .status())
                .isEqualTo(204);

        assertThat(state(server, waiting)).isEqualTo("DONE");
        solves.forEach(solve -> Polling.until(() -> tasks(server, solve), left -> left == 0));
        assertThat(solves).allSatisfy(solve -> assertThat(state(server, solve)).isEqualTo("DONE"));
        Answer back = client.post(plan + "/restore", Map.of());
        assertThat(back.at("/revision/number").toString())
                .as("nothing came of them")
                .isEqualTo("1");
        assertThat(client.get(running).at("/score")).isInstanceOf(Map.class);
        assertThat(client.get(waiting).body()).contains("solve.stopped-before-anything");
        Answer adopted = client.withHeader("If-Match", back.tag()).post(running + "/adopt", Map.of());
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
    }

    @Test
    void aSolveThatStillRunsWhenItsPlanGoesForGoodEnds() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = aPlan(client);
        String solve = client.post(plan + "/solves", LONG).header("Location");
        Polling.until(() -> client.get(solve), one -> one.at("/score") instanceof Map);
        server.bean(JdbcClient.class)
                .sql("UPDATE plan SET deleted = :then WHERE id = :plan")
                .param(
                        "then",
                        Timestamp.from(TestClock.now()
                                .minus(PlanLifecycle.TRASH_PERIOD)
                                .minusSeconds(60)))
                .param("plan", id(plan))
                .update();

        server.bean(TrashPurger.class).purgeDuePlans();

        for (String table : List.of("revision", "solve_job")) {
            assertThat(server.bean(JdbcClient.class)
                            .sql("SELECT COUNT(*) FROM " + table + " WHERE plan = :plan")
                            .param("plan", id(plan))
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        Polling.until(() -> tasks(server, solve), left -> left == 0);
    }
}
