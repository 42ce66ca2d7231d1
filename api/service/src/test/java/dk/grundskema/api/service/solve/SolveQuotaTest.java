package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many solves there may be. */
@Tag("http")
final class SolveQuotaTest {
    private static final int MOST = 5;
    private static final int TRIED = 400;
    private static final int CLIENTS = 4;

    @TempDir
    private Path folder;

    private Server server(TestDatabase database, Map<ServiceSettingKey, String> more) {
        ServiceSettings settings = database.fresh(folder);
        for (Map.Entry<ServiceSettingKey, String> one : more.entrySet()) {
            settings = settings.with(one.getKey(), one.getValue());
        }
        return Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings);
    }

    private static String aPlan(ServiceClient client, String organisation) {
        return TestPlans.createCampPlan(client, "/api/v1/organisations/" + organisation);
    }

    private static String solve(ServiceClient client, String plan) {
        Answer answer = client.post(plan + "/solves", Map.of("steps", 1_000_000_000));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.header("Location");
    }

    @Test
    void solveRequestsBeyondTheQuotaAreRefused() throws Exception {
        var few = Map.of(ServiceSettingKey.LIMIT_SOLVES, String.valueOf(MOST), ServiceSettingKey.WORKERS, "0");
        try (Server server = server(TestDatabase.H2, few)) {
            ServiceClient client = ServiceClient.administrator(server);
            String plan = aPlan(client, "home");
            Callable<Map<Integer, Integer>> asking = () -> {
                var statuses = new TreeMap<Integer, Integer>();
                for (int i = 0; i < TRIED / CLIENTS; i++) {
                    statuses.merge(
                            client.post(plan + "/solves", Map.of("steps", 1)).status(), 1, Integer::sum);
                }
                return statuses;
            };
            var statuses = new TreeMap<Integer, Integer>();
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                var all = IntStream.range(0, CLIENTS)
                        .mapToObj(i -> clients.submit(asking))
                        .toList();
                assertThat(client.get(plan).status()).as("meanwhile").isEqualTo(200);
                for (var one : all) {
                    one.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
                }
            }

            assertThat(statuses).isEqualTo(Map.of(202, MOST, 429, TRIED - MOST));
            Answer refused = client.post(plan + "/solves", Map.of("steps", 1));
            assertThat(refused.at("/code")).isEqualTo("solve.too-many-queued");
            assertThat((List<?>) client.get(plan + "/solves").at("/items")).hasSize(MOST);
        }
    }

    @Test
    void anOrganisationThatHasEnoughRunningHindersNobodyElse() {
        var one = Map.of(ServiceSettingKey.LIMIT_RUNNING, "1", ServiceSettingKey.WORKERS, "2");
        try (Server server = server(TestDatabase.H2, one)) {
            ServiceClient client = ServiceClient.administrator(server);
            String other = (String) client.post("/api/v1/organisations/home/organisations", Map.of("name", "Skole"))
                    .at("/id");
            String here = aPlan(client, "home");
            String first = solve(client, here);
            Polling.until(() -> client.get(first), job -> job.at("/state").equals("RUNNING"));
            String second = solve(client, here);
            String third = solve(client, aPlan(client, other));

            Polling.until(() -> client.get(third), job -> job.at("/state").equals("RUNNING"));
            assertThat(client.get(second).at("/state")).isEqualTo("QUEUED");

            client.post(first + "/stop", Map.of());
            Polling.until(() -> client.get(second), job -> job.at("/state").equals("RUNNING"));
            List.of(second, third).forEach(job -> client.post(job + "/stop", Map.of()));
            List.of(second, third).forEach(job -> Polling.until(() -> client.get(job), Polling::hasEnded));
        }
    }
}
