package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.TestPlans;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Event streams of a solve without news. */
@Tag("kills")
final class SolveHeartbeatTest {
    private static final Duration LONG = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    /** A waiting solve sends no events; the stream still ends when the token is revoked or the role removed. */
    @ParameterizedTest
    @DatabaseSource
    void eventStreamsAreLimitedAndEndWithTheirCredentialOrRole(TestDatabase database) {
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            ServiceClient client = ServiceClient.administrator(server);
            String plan = TestPlans.createCampPlan(client);
            String job = client.post(plan + "/solves", Map.of("steps", 1)).header("Location");
            server.bean(ListenerTiming.class).set(LONG, Duration.ofMillis(50));
            var rows = server.bean(JdbcClient.class);

            endsAfter(
                    client,
                    job,
                    () -> rows.sql("UPDATE credential SET revoked = created WHERE kind = 'TOKEN'")
                            .update());
            assertThat(client.get(job).status()).isEqualTo(401);
            rows.sql("UPDATE credential SET revoked = NULL").update();
            assertThat(client.get(job).status()).isEqualTo(200);
            List<Stream<String>> open = IntStream.range(0, 50)
                    .mapToObj(i -> ServerSentEvent.listen(client, job, null))
                    .peek(one -> assertThat(one.statusCode()).isEqualTo(200))
                    .map(HttpResponse::body)
                    .toList();
            assertThat(ServerSentEvent.listen(client, job, null).statusCode()).isEqualTo(429);
            rows.sql("DELETE FROM role_grant").update();
            open.forEach(lines -> assertThat(lines.toList()).isNotEmpty()); // each ends by itself
            assertThat(client.get(job).status()).isEqualTo(404);
        }
    }

    private static void endsAfter(ServiceClient client, String job, Runnable change) {
        try (var lines = ServerSentEvent.listen(client, job, null).body()) {
            var each = lines.iterator();
            assertThat(each.hasNext()).isTrue();
            change.run();
            each.forEachRemaining(line -> assertThat(line).doesNotStartWith("event:ended"));
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void eventStreamSendsHeartbeatsAndEndsAfterItsMaximumDuration(TestDatabase database) {
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            ServiceClient client = ServiceClient.administrator(server);
            String plan = TestPlans.createCampPlan(client);
            String job = client.post(plan + "/solves", Map.of("steps", 1)).header("Location");
            var timing = server.bean(ListenerTiming.class);

            timing.set(LONG, Duration.ofMillis(50));
            try (var lines = ServerSentEvent.listen(client, job, null).body()) {
                assertThat(lines.filter(line -> line.startsWith(":still here")).limit(2))
                        .hasSize(2);
            }
            timing.set(Duration.ofSeconds(3), LONG);
            try (var lines = ServerSentEvent.listen(client, job, null).body()) {
                List<String> all = lines.toList(); // it ends by itself
                assertThat(all)
                        .startsWith(":")
                        .anyMatch(line -> line.startsWith("id:"))
                        .noneMatch(line -> line.startsWith(":still here"));
            }
        }
    }
}
