package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.api.service.testing.ServiceProcess;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Solves outlive who runs them. */
@Tag("kills")
final class SolveTakeoverTest {
    @TempDir
    private Path folder;

    private static String aLongSolve(ServiceClient client) {
        String plan = TestPlans.createCampPlan(client);
        Answer queued = client.post(plan + "/solves", Map.of("seconds", 3600));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return queued.header("Location");
    }

    private static Answer withAPlan(ServiceClient client, String job) {
        return Polling.until(() -> client.get(job), one -> one.at("/score") instanceof Map && seconds(one) >= 1);
    }

    private static long seconds(Answer solve) {
        return Long.parseLong(String.valueOf(solve.at("/elapsedSeconds")));
    }

    private static Answer goneOn(ServiceClient client, String job, Answer before) {
        return Polling.until(
                () -> client.get(job), one -> one.at("/state").equals("RUNNING") && seconds(one) > seconds(before) + 1);
    }

    @Test
    void whenAWorkerIsKilledAnotherGoesOnWithItsSolve() {
        ServiceSettings settings = TestDatabase.POSTGRESQL.fresh(folder);
        try (ServiceProcess first = ServiceProcess.start(folder, settings)) {
            String job = aLongSolve(first.administrator());
            withAPlan(first.administrator(), job);
            try (Server second = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
                ServiceClient client = ServiceClient.administrator(second);
                List<ServerSentEvent> heard = ServerSentEvent.receive(2, client, job, null);
                assertThat(heard).extracting(ServerSentEvent::name).containsOnly("progress");
                Answer before = withAPlan(client, job);

                first.kill();
                Answer after = goneOn(client, job, before);

                assertThat(Polling.isAtLeastAsGood(after, before))
                        .as("%s after %s", after, before)
                        .isTrue();
                client.post(job + "/stop", Map.of());
                Answer done = Polling.until(() -> client.get(job), Polling::hasEnded);
                assertThat(done.at("/state")).isEqualTo("DONE");
                assertThat(done.at("/revision")).isNotEqualTo("null");
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aServiceThatIsStoppedPutsItsSolvesBackAndTheNextOneGoesOnWithThem(TestDatabase database) {
        ServiceSettings settings = database.fresh(folder);
        String job;
        Answer before;
        try (Server first = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            job = aLongSolve(ServiceClient.administrator(first));
            before = withAPlan(ServiceClient.administrator(first), job);
        }
        try (Server second = Server.start(ServiceApplication.create(new PluginPlanningFacade()), settings)) {
            ServiceClient client = ServiceClient.administrator(second);
            Answer after = goneOn(client, job, before);

            assertThat(Polling.isAtLeastAsGood(after, before))
                    .as("%s after %s", after, before)
                    .isTrue();
            assertThat(deaths(second, job)).isZero();
            client.post(job + "/stop", Map.of());
            assertThat(Polling.until(() -> client.get(job), Polling::hasEnded).at("/state"))
                    .isEqualTo("DONE");
        }
    }

    private static int deaths(Server server, String job) {
        return server.bean(JdbcClient.class)
                .sql("SELECT deaths FROM solve_job WHERE id = :id")
                .param("id", id(job))
                .query(Integer.class)
                .single();
    }

    private static String id(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveThatWorkersDiedOfAgainAndAgainIsGivenUpWithAWord(TestDatabase database) {
        try (Server server = TestServices.start(database, folder)) {
            ServiceClient client = ServiceClient.administrator(server);
            String job = aLongSolve(client);
            withAPlan(client, job);
            for (int i = 0; i < 3; i++) {
                String state = "RUNNING";
                Polling.until(() -> client.get(job), one -> one.at("/state").equals(state) || Polling.hasEnded(one));
                String worker = worker(server, job);
                abandon(server, job);
                Polling.until(
                        () -> client.get(job), one -> Polling.hasEnded(one) || !worker.equals(worker(server, job)));
            }

            Answer failed = Polling.until(() -> client.get(job), Polling::hasEnded);
            assertThat(failed.at("/state")).isEqualTo("FAILED");
            assertThat(failed.body()).contains("the service died 3 times").doesNotContain("Exception");
            assertThat(client.get(job + "/timetable").status()).isEqualTo(200);
            assertThat(client.post(job + "/continue", Map.of("steps", 10)).status())
                    .isEqualTo(202);
            assertThat(Polling.until(() -> client.get(job), Polling::hasEnded).at("/state"))
                    .isEqualTo("DONE");
        }
    }

    private static String worker(Server server, String job) {
        return server.bean(JdbcClient.class)
                .sql("SELECT COALESCE(worker, '') FROM solve_job WHERE id = :id")
                .param("id", id(job))
                .query(String.class)
                .single();
    }

    /** Simulates a dead worker: another thread picks the task, and the old run detects that it was taken over. */
    private static void abandon(Server server, String job) {
        server.bean(JdbcClient.class).sql("""
                        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, execution_time = last_heartbeat
                        WHERE task_instance = (SELECT task FROM solve_job WHERE id = :id)""").param("id", id(job)).update();
    }
}
