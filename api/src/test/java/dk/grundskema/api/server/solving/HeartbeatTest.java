package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever listens to a solve of which there is nothing to tell. */
final class HeartbeatTest {
    private static final Duration LONG = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isToldThatTheServiceIsStillThereAndSentAwayAfterAWhile(Database database) {
        try (Server server =
                Server.start(new PluginHouse(), database.fresh(folder).with(Setting.WORKERS, "0"))) {
            Client client = Services.administrator(server);
            String plan = client.post(
                            "/api/v1/organisations/home/plans",
                            Map.of("title", "Lejr", "problem", Services.example("camp-3-weeks")))
                    .header("Location");
            String job = client.post(plan + "/solves", Map.of("steps", 1)).header("Location");
            var pace = server.part(ListeningPace.class);

            pace.set(LONG, Duration.ofMillis(50));
            try (var lines = Heard.listen(client, job, null).body()) {
                assertThat(lines.filter(line -> line.startsWith(":still here")).limit(2))
                        .hasSize(2);
            }
            pace.set(Duration.ofSeconds(3), LONG);
            try (var lines = Heard.listen(client, job, null).body()) {
                List<String> all = lines.toList(); // it ends by itself
                assertThat(all).anyMatch(line -> line.startsWith("id:")).noneMatch(line -> line.startsWith(":"));
            }
        }
    }
}
