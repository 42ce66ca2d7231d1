package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Solves outlive who runs them. */
@Tag("full")
final class TakeoverTest {
    @TempDir
    private Path folder;

    private static String aLongSolve(Client client) {
        String plan = NewPlan.of(client);
        Answer queued = client.post(plan + "/solves", Map.of("seconds", 3600));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return queued.header("Location");
    }

    private static Answer withAPlan(Client client, String job) {
        return Waiting.until(() -> client.get(job), one -> one.at("/score") instanceof Map && seconds(one) >= 1);
    }

    private static long seconds(Answer solve) {
        return Long.parseLong(String.valueOf(solve.at("/elapsedSeconds")));
    }

    private static Answer goneOn(Client client, String job, Answer before) {
        return Waiting.until(
                () -> client.get(job), one -> one.at("/state").equals("RUNNING") && seconds(one) > seconds(before) + 1);
    }

    @Test
    void whenAWorkerIsKilledAnotherGoesOnWithItsSolve() {
        Settings settings = Database.POSTGRESQL.fresh(folder);
        try (ServiceProcess first = ServiceProcess.start(folder, settings)) {
            String job = aLongSolve(first.administrator());
            withAPlan(first.administrator(), job);
            try (Server second = Server.start(new PluginHouse(), settings)) {
                Client client = Services.administrator(second);
                List<Heard> heard = Heard.atLeast(2, client, job, null);
                assertThat(heard).extracting(Heard::name).containsOnly("progress");
                Answer before = withAPlan(client, job);

                first.kill();
                Answer after = goneOn(client, job, before);

                assertThat(Waiting.isAtLeastAsGood(after, before))
                        .as("%s after %s", after, before)
                        .isTrue();
                client.post(job + "/stop", Map.of());
                Answer done = Waiting.until(() -> client.get(job), Waiting::hasEnded);
                assertThat(done.at("/state")).isEqualTo("DONE");
                assertThat(done.at("/revision")).isNotEqualTo("null");
            }
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aServiceThatIsStoppedPutsItsSolvesBackAndTheNextOneGoesOnWithThem(Database database) {
        Settings settings = database.fresh(folder);
        String job;
        Answer before;
        try (Server first = Server.start(new PluginHouse(), settings)) {
            job = aLongSolve(Services.administrator(first));
            before = withAPlan(Services.administrator(first), job);
        }
        try (Server second = Server.start(new PluginHouse(), settings)) {
            Client client = Services.administrator(second);
            Answer after = goneOn(client, job, before);

            assertThat(Waiting.isAtLeastAsGood(after, before))
                    .as("%s after %s", after, before)
                    .isTrue();
            assertThat(deaths(second, job)).isZero();
            client.post(job + "/stop", Map.of());
            assertThat(Waiting.until(() -> client.get(job), Waiting::hasEnded).at("/state"))
                    .isEqualTo("DONE");
        }
    }

    private static int deaths(Server server, String job) {
        return server.part(JdbcClient.class)
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
    void aSolveThatWorkersDiedOfAgainAndAgainIsGivenUpWithAWord(Database database) {
        try (Server server = Services.start(database, folder)) {
            Client client = Services.administrator(server);
            String job = aLongSolve(client);
            withAPlan(client, job);
            for (int i = 0; i < 3; i++) {
                String state = "RUNNING";
                Waiting.until(() -> client.get(job), one -> one.at("/state").equals(state) || Waiting.hasEnded(one));
                String worker = worker(server, job);
                abandon(server, job);
                Waiting.until(
                        () -> client.get(job), one -> Waiting.hasEnded(one) || !worker.equals(worker(server, job)));
            }

            Answer failed = Waiting.until(() -> client.get(job), Waiting::hasEnded);
            assertThat(failed.at("/state")).isEqualTo("FAILED");
            assertThat(failed.body()).contains("the service died 3 times").doesNotContain("Exception");
            assertThat(client.get(job + "/timetable").status()).isEqualTo(200);
            assertThat(client.post(job + "/continue", Map.of("steps", 10)).status())
                    .isEqualTo(202);
            assertThat(Waiting.until(() -> client.get(job), Waiting::hasEnded).at("/state"))
                    .isEqualTo("DONE");
        }
    }

    private static String worker(Server server, String job) {
        return server.part(JdbcClient.class)
                .sql("SELECT COALESCE(worker, '') FROM solve_job WHERE id = :id")
                .param("id", id(job))
                .query(String.class)
                .single();
    }

    /** As if the worker were dead: another thread picks the task, and the old run finds that it has been taken over. */
    private static void abandon(Server server, String job) {
        server.part(JdbcClient.class).sql("""
                        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, execution_time = last_heartbeat
                        WHERE task_instance = (SELECT task FROM solve_job WHERE id = :id)""").param("id", id(job)).update();
    }
}
