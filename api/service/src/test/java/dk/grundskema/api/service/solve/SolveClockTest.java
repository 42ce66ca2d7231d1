package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Solves and clocks that jump; and how long a solve takes at most. */
@Tag("http")
final class SolveClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private static String aSolve(ServiceClient client, Map<String, ?> asked) {
        String plan = TestPlans.createCampPlan(client);
        return client.post(plan + "/solves", asked).header("Location");
    }

    /** Sets the execution time of a queued solve, as a clock that is ahead or behind would have set it. */
    private static void queuedAt(JdbcClient database, String job, Instant when) {
        int queued = database.sql("""
                        UPDATE scheduled_tasks SET execution_time = :when
                        WHERE task_instance = (SELECT task FROM solve_job WHERE id = :id)""")
                .param("when", Timestamp.from(when))
                .param("id", job.substring(job.lastIndexOf('/') + 1))
                .update();
        assertThat(queued).isOne();
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveThatWasAskedForWhileTheClockWasADayAheadOrBehindIsRunAllTheSame(TestDatabase database) {
        ServiceSettings settings = database.fresh(folder);
        String ahead;
        String behind;
        try (Server server = TestServices.start(settings.with(ServiceSettingKey.WORKERS, "0"))) {
            ServiceClient client = ServiceClient.administrator(server);
            ahead = aSolve(client, Map.of("steps", 10));
            behind = aSolve(client, Map.of("steps", 10));
            var rows = server.bean(JdbcClient.class);
            queuedAt(rows, ahead, TestClock.now().plus(DAY));
            queuedAt(rows, behind, TestClock.now().minus(DAY));
        }
        try (Server server = TestServices.start(settings)) {
            ServiceClient client = ServiceClient.administrator(server);
            Polling.until(() -> client.get(behind), Polling::hasEnded);
            server.bean(ClockJumpGuard.class).rescheduleFutureTasks();
            Answer done = Polling.until(() -> client.get(ahead), Polling::hasEnded);
            assertThat(done.at("/state")).isEqualTo("DONE");
            assertThat(client.get(behind).at("/state")).isEqualTo("DONE");
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aDeadWorkerWhoseClockWasAheadIsMissedAllTheSame(TestDatabase database) {
        ServiceSettings settings = database.fresh(folder);
        try (Server server = TestServices.start(settings.with(ServiceSettingKey.WORKERS, "0"))) {
            aSolve(ServiceClient.administrator(server), Map.of("steps", 10));
            var rows = server.bean(JdbcClient.class);
            Instant now = Instant.parse("2026-11-20T12:00:00Z");
            rows.sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', last_heartbeat = :when")
                    .param("when", Timestamp.from(now.plus(DAY)))
                    .update();
            var looking = new ClockJumpGuard(rows, InstantSource.fixed(now));
            looking.rescheduleFutureTasks();
            assertThat(rows.sql("SELECT last_heartbeat FROM scheduled_tasks WHERE task_name = 'solve'")
                            .query(Timestamp.class)
                            .single()
                            .toInstant())
                    .isEqualTo(now);
        }
    }

    /** It was done at three in the night of a day to come, and would be done again only the night after. */
    @ParameterizedTest
    @DatabaseSource
    void nightlyTaskScheduledByAClockAheadIsRescheduledToNow(TestDatabase database) {
        try (Server server = TestServices.start(database.fresh(folder).with(ServiceSettingKey.WORKERS, "0"))) {
            var rows = server.bean(JdbcClient.class);
            Instant now = Instant.parse("2026-11-20T12:00:00Z");
            Instant soon = now.plus(Duration.ofHours(15));
            rows.sql("UPDATE scheduled_tasks SET execution_time = :when, picked = FALSE")
                    .param("when", Timestamp.from(now.plus(DAY).plus(Duration.ofHours(15))))
                    .update();
            rows.sql("UPDATE scheduled_tasks SET execution_time = :when WHERE task_name = 'purge-plans'")
                    .param("when", Timestamp.from(soon))
                    .update();
            var looking = new ClockJumpGuard(rows, InstantSource.fixed(now));
            looking.rescheduleFutureTasks();
            assertThat(due(rows, "forget-people")).isEqualTo(now);
            assertThat(due(rows, "drop-documents")).isEqualTo(now);
            assertThat(due(rows, "purge-plans")).isEqualTo(soon);
        }
    }

    private static Instant due(JdbcClient rows, String task) {
        return rows.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = :name")
                .param("name", task)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveEndsAfterADayWhateverItWasAskedFor(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String job = aSolve(client, Map.of("steps", 10));
        Polling.until(() -> client.get(job), Polling::hasEnded);
        server.bean(JdbcClient.class)
                .sql("UPDATE solve_job SET elapsed_millis = :nearlyADay WHERE id = :id")
                .param("nearlyADay", SolveJobLimits.MAX_DURATION.minusSeconds(2).toMillis())
                .param("id", job.substring(job.lastIndexOf('/') + 1))
                .update();

        assertThat(client.post(job + "/continue", Map.of("steps", 1_000_000_000))
                        .status())
                .isEqualTo(202);
        Answer done = Polling.until(() -> client.get(job), Polling::hasEnded);
        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(Long.parseLong(String.valueOf(done.at("/elapsedSeconds"))))
                .isGreaterThanOrEqualTo(SolveJobLimits.MAX_DURATION.toSeconds());
    }
}
