package dk.grundskema.api.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.CapturedLog;
import dk.grundskema.api.platform.testing.ManualTimeMeter;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.FillableDisk;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database closes itself when it cannot write; the service continues. */
@Tag("kills")
class FullDiskTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final String PLANS = "/api/v1/organisations/home/plans";

    @TempDir
    Path folder;

    private static Answer plan(ServiceClient client, String title) {
        return client.post(PLANS, Map.of("title", title, "problem", TestServices.exampleProblem("camp-3-weeks")));
    }

    private static List<String> titles(ServiceClient client) {
        Answer page = client.get(PLANS);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        var titles = new ArrayList<String>();
        for (int i = 0; !page.at("/items/" + i).equals("null"); i++) {
            titles.add(String.valueOf(page.at("/items/" + i + "/title")));
        }
        return titles;
    }

    @AfterEach
    void thereIsRoom() {
        FillableDisk.setFull(false);
    }

    @Test
    void changesAreRefusedReadingGoesOnAndWhenThereIsRoomSoDoesEverything() {
        FillableDisk.register();
        ServiceSettings settings = TestDatabase.H2.fresh(folder);
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                settings,
                Map.of("spring.datasource.url", FillableDisk.address(settings)))) {
            ServiceClient client = ServiceClient.administrator(server);
            assertThat(plan(client, "Før").status()).isEqualTo(201);
            for (int time = 1; time <= 3; time++) {
                FillableDisk.setFull(true);
                for (int i = 0; i < 5; i++) {
                    assertDiskFull(plan(client, "Uden plads"));
                    assertThat(titles(client)).hasSize(time).doesNotContain("Uden plads");
                }
                FillableDisk.setFull(false);
                assertThat(plan(client, "Efter " + time).status()).isEqualTo(201);
            }
            assertThat(titles(client)).containsExactlyInAnyOrder("Før", "Efter 1", "Efter 2", "Efter 3");
        }
        try (Server again = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            assertThat(titles(ServiceClient.administrator(again)))
                    .containsExactlyInAnyOrder("Før", "Efter 1", "Efter 2", "Efter 3");
        }
    }

    private static void assertDiskFull(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(507);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("/type")).isEqualTo("urn:grundskema:problem:rest.disk-full");
        assertThat(refused.at("/code")).isEqualTo("rest.disk-full");
        assertThat(refused.at("/title")).isEqualTo("The disk is full");
        assertThat(refused.at("/detail").toString()).startsWith("There is no room left on the disk");
        assertThat(refused.at("/requestId").toString()).isNotEmpty();
    }

    /** Nobody can sign in then, so a proxy should use another process. */
    @Test
    void theServiceIsNotReadyAndSignInSaysWhy() {
        FillableDisk.register();
        ServiceSettings settings = TestDatabase.H2.fresh(folder).with(ServiceSettingKey.WORKERS, "0");
        var time = new ManualTimeMeter();
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade()),
                settings,
                Map.of("spring.datasource.url", FillableDisk.address(settings)),
                time)) {
            ServiceClient stranger = ServiceClient.anonymous(server);
            var admin = Map.of("signInName", "admin", "password", TestDatabase.PASSWORD);
            assertThat(stranger.get(READINESS).status()).isEqualTo(200);

            FillableDisk.setFull(true);
            time.advance(Duration.ofSeconds(5).minusNanos(1));
            assertThat(stranger.get(READINESS).status())
                    .as("the result is kept for five seconds")
                    .isEqualTo(200);
            time.advance(Duration.ofNanos(1));
            Answer notReady = stranger.get(READINESS);
            assertThat(notReady.status()).as(notReady.body()).isEqualTo(503);
            assertDiskFull(stranger.post("/api/v1/sign-in", admin));
            assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);

            FillableDisk.setFull(false);
            time.advance(Duration.ofSeconds(5));
            assertThat(stranger.get(READINESS).status()).isEqualTo(200);
            assertThat(stranger.post("/api/v1/sign-in", admin).status()).isEqualTo(200);
        }
    }

    private static long seconds(Answer solve) {
        return Long.parseLong(solve.at("/elapsedSeconds").toString());
    }

    /** A solve that cannot store its progress continues, stores it when there is space, and loses nothing. */
    @Test
    void aSolveGoesOnAndKeepsWhatItHasAndWhatItFinds() {
        FillableDisk.register();
        ServiceSettings settings = TestDatabase.H2.fresh(folder);
        Answer done;
        String place;
        try (Server server = Server.start(
                        ServiceApplication.create(new PluginPlanningFacade()),
                        settings,
                        Map.of("spring.datasource.url", FillableDisk.address(settings)));
                var log = new CapturedLog()) {
            ServiceClient client = ServiceClient.administrator(server);
            place = plan(client, "Regnes").header("Location");
            String solve = client.post(place + "/solves", Map.of("steps", 1_000_000_000))
                    .header("Location");
            Answer before = Polling.until(() -> client.get(solve), one -> one.at("/score") instanceof Map);

            FillableDisk.setFull(true);
            Polling.until(
                    "the solve was refused by the disk",
                    () -> log.lines().stream()
                            .anyMatch(line -> line.contains("could not be stored") && line.contains("No space left")));
            assertDiskFull(plan(client, "Uden plads"));
            assertDiskFull(client.withHeader("If-Match", client.get(place).tag())
                    .put(place + "/title", Map.of("title", "Uden plads")));
            Answer meanwhile = client.get(solve);
            assertThat(meanwhile.at("/state")).as(meanwhile.body()).isEqualTo("RUNNING");
            assertThat(Polling.isAtLeastAsGood(meanwhile, before)).isTrue();
            assertDiskFull(client.get(
                    solve + "/timetable")); // reading students writes a row of the audit log, which takes room

            FillableDisk.setFull(false);
            Answer after = Polling.until(() -> client.get(solve), one -> seconds(one) > seconds(meanwhile) + 1);
            assertThat(after.at("/state")).as(after.body()).isEqualTo("RUNNING");
            assertThat(Polling.isAtLeastAsGood(after, meanwhile)).isTrue();
            client.post(solve + "/stop", Map.of());
            done = Polling.until(() -> client.get(solve), Polling::hasEnded);
            assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
            assertThat(Polling.isAtLeastAsGood(done, after)).isTrue();
            assertThat(client.get(place).at("/revision/id")).isEqualTo(done.at("/revision"));
            assertThat(server.bean(JdbcClient.class)
                            .sql("SELECT deaths FROM solve_job")
                            .query(Integer.class)
                            .single())
                    .as("a full disk does not count as a death")
                    .isZero();
        }
        try (Server again = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(again);
            assertThat(titles(client)).containsExactly("Regnes");
            assertThat(client.get(place).at("/revision/id")).isEqualTo(done.at("/revision"));
            Answer kept = client.get("/api/v1/solves/" + done.at("/id"));
            assertThat(kept.at("/state")).as(kept.body()).isEqualTo("DONE");
            assertThat(kept.at("/score")).isEqualTo(done.at("/score"));
            assertThat(client.get(place + "/timetable").at("/score")).isEqualTo(done.at("/score"));
        }
    }
}
