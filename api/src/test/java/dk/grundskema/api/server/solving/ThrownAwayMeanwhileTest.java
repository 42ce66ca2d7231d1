package dk.grundskema.api.server.solving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Locks;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.Waiting;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A plan is thrown away in the same moment as a solve of it is asked for, gone on with, or picked: whoever comes first, both come to an end. */
@Tag("full")
final class ThrownAwayMeanwhileTest {
    private static final SolveEnd END = new SolveEnd(null, 10L, null);

    @TempDir
    private Path folder;

    /** One that leaves what waits to the test. */
    private Server idle(Database database) {
        Server server = Server.start(new PluginHouse(), database.fresh(folder).with(Setting.WORKERS, "0"));
        Locks.patience(server, database, 120_000);
        return server;
    }

    private static void throwAway(Server server, PlanId plan) {
        Client client = Services.administrator(server);
        String place = "/api/v1/plans/" + plan;
        assertThat(client.with("If-Match", client.get(place).tag())
                        .delete(place)
                        .status())
                .isEqualTo(204);
    }

    private static Solves solves(Server server, SolveQueue queue, TransactionTemplate transaction) {
        return new Solves(
                server.part(SolveJobs.class),
                queue,
                server.part(SolveResults.class),
                server.part(SolvingSettings.class),
                server.part(Plans.class),
                server.part(Documents.class),
                server.part(Commitments.class),
                server.part(PluginHouse.class),
                server.part(FreshIds.class),
                transaction);
    }

    private static SolveJob.Asked asked() {
        return new SolveJob.Asked(END, 1, 1, 0, ContinueFrom.NOTHING, null);
    }

    private static AccountId somebody(Server server) {
        return new AccountId(server.part(JdbcClient.class)
                .sql("SELECT id FROM account")
                .query(String.class)
                .list()
                .getFirst());
    }

    private static SolveJob job(Server server, SolveId id) {
        return server.part(SolveJobs.class).get(id);
    }

    private static ObjectProvider<Scheduler> scheduler(Server server) {
        return new ObjectProvider<>() {
            @Override
            public Scheduler getObject() {
                return server.part(Scheduler.class);
            }
        };
    }

    @ParameterizedTest
    @DatabaseSource
    void noSolveIsAskedForOfAPlanThatWasThrownAwayMeanwhile(Database database) {
        try (Server server = idle(database)) {
            PlanId plan = NewPlan.id(NewPlan.of(Services.administrator(server)));
            var meanwhile = new TransactionTemplate(server.part(PlatformTransactionManager.class)) {
                @Override
                public <T> T execute(TransactionCallback<T> action) {
                    throwAway(server, plan);
                    return super.execute(action);
                }
            };
            Solves solves = solves(server, server.part(SolveQueue.class), meanwhile);
            AccountId author = somebody(server);

            assertThatThrownBy(() -> solves.ask(plan, asked(), author))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.NOT_FOUND));

            assertThat(server.part(SolveJobs.class).of(plan, null, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveThatGoesOnIsPutAwayWithAPlanThatIsThrownAwayJustThen(Database database) {
        try (Server server = idle(database)) {
            SolveId id = ClaimsOfTests.queued(server);
            server.part(Solves.class).stop(id);
            var deleting = new AtomicReference<Future<?>>();
            var queue =
                    new SolveQueue(
                            server.part(JdbcClient.class),
                            server.part(SolveJobs.class),
                            server.part(InstantSource.class),
                            server.part(FreshIds.class),
                            scheduler(server)) {
                        @Override
                        String task(SolveId job) {
                            Future<?> begun = Locks.beside(() -> {
                                throwAway(server, job(server, id).plan());
                                return "done";
                            });
                            deleting.set(begun);
                            Waiting.until(
                                    "gone, or kept waiting",
                                    () -> begun.isDone() || Locks.isSomebodyKeptWaiting(server, database));
                            return super.task(job);
                        }
                    };

            solves(server, queue, server.part(TransactionTemplate.class)).goOn(id, END);

            assertThat(deleting.get()).succeedsWithin(Duration.ofMinutes(2));
            assertThat(job(server, id).state()).isEqualTo(SolveState.DONE);
        }
    }

    /** Whoever asks waits for the plan before having a lock that others want who have locked solves. */
    @ParameterizedTest
    @DatabaseSource
    void whoAsksForASolveKeepsNobodyWaitingWhileSomebodyHasThePlan(Database database) {
        try (Server server = idle(database)) {
            SolveId other = ClaimsOfTests.queued(server);
            PlanId plan = NewPlan.id(NewPlan.of(Services.administrator(server)));
            AccountId author = somebody(server);
            Future<?> asking = server.part(TransactionTemplate.class).execute(status -> {
                server.part(Plans.class).locked(plan);
                var begun = Locks.beside(() -> server.part(Solves.class).ask(plan, asked(), author));
                Waiting.until(
                        "waits for the plan", () -> begun.isDone() || Locks.isSomebodyKeptWaiting(server, database));
                var claim = Locks.beside(() ->
                        server.part(SolveClaims.class).claim(job(server, other).task()));
                assertThat(claim).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(SolveClaims.Claim.Run.class);
                return begun;
            });
            assertThat(asking).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void aSolveWhosePlanIsThrownAwayBeforeItHasAnyTimetableDoesNotFail(Database database) {
        try (Server server = idle(database)) {
            SolveId id = ClaimsOfTests.queued(server);
            String task = job(server, id).task();
            var stopped = new ClaimsOfTests(server) {
                @Override
                Claim claim(String picked) {
                    Claim claimed = super.claim(picked);
                    throwAway(server, job(server, id).plan());
                    return claimed;
                }
            };

            assertThat(ClaimsOfTests.worker(server, stopped).run(task, () -> false))
                    .isEqualTo(SolveWorker.After.GONE);

            assertThat(job(server, id).state()).isEqualTo(SolveState.DONE);
            assertThat(job(server, id).findings())
                    .extracting(Finding::code)
                    .containsExactly("solve.stopped-before-anything");
        }
    }

    /** The one that would be called next is put away just then: those behind it must not be forgotten. */
    @ParameterizedTest
    @DatabaseSource
    void whenOneIsPutAwayTheNextIsCalled(Database database) {
        try (Server server = idle(database)) {
            SolveId first = ClaimsOfTests.queued(server);
            SolveId second = ClaimsOfTests.queued(server);
            JdbcClient tables = server.part(JdbcClient.class);
            tables.sql(
                            "UPDATE scheduled_tasks SET execution_time = TIMESTAMP '2100-01-01 00:00:00' WHERE task_name = 'solve'")
                    .update();

            throwAway(server, job(server, first).plan());

            assertThat(tables.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = :task")
                            .param("task", job(server, second).task())
                            .query(Timestamp.class)
                            .single()
                            .toInstant())
                    .isBefore(Instant.parse("2099-01-01T00:00:00Z"));
        }
    }
}
