package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.solving.SolveJob.Spent;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Solves in the database, as whoever runs them changes them. Each run has a name of its own; what another run has taken over is not written to
 * any more.
 */
@Component
class SolveClaims {
    private static final Logger LOG = LoggerFactory.getLogger(SolveClaims.class);

    /** A solve during which so many workers died is left alone: it may well be the reason. */
    private static final int MOST_DEATHS = 3;

    private final JdbcClient database;
    private final InstantSource clock;
    private final FreshIds ids;
    private final TransactionTemplate transaction;
    private final SolveJobs jobs;
    private final SolveQueue queue;
    private final SolvingSettings settings;
    private final SolveCurves curves;

    /** Runs that ended here without the database hearing of it. */
    private final Set<String> letGo = ConcurrentHashMap.newKeySet();

    SolveClaims(
            JdbcClient database,
            InstantSource clock,
            FreshIds ids,
            TransactionTemplate transaction,
            SolveJobs jobs,
            SolveQueue queue,
            SolvingSettings settings,
            SolveCurves curves) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.jobs = jobs;
        this.queue = queue;
        this.settings = settings;
        this.curves = curves;
    }

    /** What is to be done about a task that was picked. */
    sealed interface Claim {
        /** Its solve has ended, or has another task by now. */
        record Nothing() implements Claim {}

        /** Its organisation has as many running as it may. */
        record Later() implements Claim {}

        /**
         * Its solve is to be run.
         *
         * @param job    the solve
         * @param worker names the run
         */
        record Run(SolveJob job, String worker) implements Claim {}
    }

    /** Takes the solve of a task that was picked. */
    Claim claim(String task) {
        return transaction.execute(status -> {
            Optional<SolveId> id = database.sql("SELECT id FROM solve_job WHERE task = :task")
                    .param("task", task)
                    .query((row, number) -> new SolveId(row.getString("id")))
                    .optional();
            if (id.isEmpty()) {
                return new Claim.Nothing();
            }
            SolveJob job = jobs.locked(id.get());
            if (job.state().isEnded() || !job.task().equals(task)) {
                return new Claim.Nothing();
            }
            return job.state() == SolveState.QUEUED ? first(job) : takenOver(job);
        });
    }

    private Claim first(SolveJob job) {
        jobs.lock(job.organisation());
        int running = jobs.count(job.organisation(), List.of(SolveState.RUNNING, SolveState.STOPPING));
        return running >= settings.runningPerOrganisation()
                ? new Claim.Later()
                : run(job, SolveState.RUNNING, job.deaths());
    }

    /** Whoever ran it is no more, or put it back. */
    private Claim takenOver(SolveJob job) {
        int deaths = job.worker() == null || letGo.contains(job.worker()) ? job.deaths() : job.deaths() + 1;
        if (deaths >= MOST_DEATHS) {
            jobs.end(job.id(), SolveState.FAILED, List.of(Finding.error("solve.workers-died", "", deaths)), null);
            queue.next(job.organisation());
            return new Claim.Nothing();
        }
        return run(job, job.state(), deaths);
    }

    private Claim run(SolveJob job, SolveState state, int deaths) {
        String worker = ids.id();
        database.sql("""
                        UPDATE solve_job SET state = :state, worker = :worker, deaths = :deaths, started = COALESCE(started, :now),
                          event = event + 1
                        WHERE id = :id""")
                .param("state", state.name())
                .param("worker", worker)
                .param("deaths", deaths)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", job.id().value())
                .update();
        return new Claim.Run(jobs.get(job.id()), worker);
    }

    /** Notes which problem it is that a run solves. */
    void effective(SolveId id, String worker, String hash) {
        database.sql("UPDATE solve_job SET effective = :hash WHERE id = :id AND worker = :worker")
                .param("hash", hash)
                .param("id", id.value())
                .param("worker", worker)
                .update();
    }

    /** Notes what a run has taken; in which state the solve is, or nothing if the run is no longer the one. */
    Optional<SolveState> spent(SolveId id, String worker, Spent spent) {
        int written = database.sql("""
                        UPDATE solve_job SET elapsed_millis = :elapsed, steps = :steps, moves = :moves, event = event + 1
                        WHERE id = :id AND worker = :worker""")
                .param("elapsed", spent.elapsed().toMillis())
                .param("steps", spent.steps())
                .param("moves", spent.moves())
                .param("id", id.value())
                .param("worker", worker)
                .update();
        if (written == 0) {
            return Optional.empty();
        }
        curves.still(id, spent.elapsed());
        return state(id, worker);
    }

    /** In which state the solve is, or nothing if the run is no longer the one. */
    Optional<SolveState> state(SolveId id, String worker) {
        return database.sql("SELECT state FROM solve_job WHERE id = :id AND worker = :worker")
                .param("id", id.value())
                .param("worker", worker)
                .query((row, number) -> SolveState.valueOf(row.getString("state")))
                .optional();
    }

    /**
     * Notes the best timetable, which has been kept.
     *
     * @return the one before, which nobody needs any more unless a revision has it; {@code null} if there was none, or if the run is no longer the
     *     one
     */
    @Nullable
    String best(SolveId id, String worker, String hash, Score score, List<RuleResult> rules, Spent spent) {
        return transaction.execute(status -> {
            SolveJob before = jobs.locked(id);
            if (!worker.equals(before.worker())) {
                return null;
            }
            database.sql("""
                            UPDATE solve_job SET best = :best, hard = :hard, medium = :medium, soft = :soft, rules = :rules,
                              elapsed_millis = :elapsed, steps = :steps, moves = :moves, event = event + 1
                            WHERE id = :id""")
                    .param("best", hash)
                    .param("hard", score.hard())
                    .param("medium", score.medium())
                    .param("soft", score.soft())
                    .param("rules", SolveRows.text(rules))
                    .param("elapsed", spent.elapsed().toMillis())
                    .param("steps", spent.steps())
                    .param("moves", spent.moves())
                    .param("id", id.value())
                    .update();
            curves.better(id, spent.elapsed(), Standing.of(rules));
            return hash.equals(before.best()) ? null : before.best();
        });
    }

    /** Puts a solve back because the database failed its run: that is nobody's death, even if the database doesn't hear of it now. */
    void letGo(SolveId id, String worker) {
        letGo.add(worker);
        try {
            putBack(id, worker);
            letGo.remove(worker);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("That solve {} is to be run again could not be noted just now.", id, e);
        }
    }

    /** Puts a solve back into the queue, at its old place. */
    void putBack(SolveId id, String worker) {
        database.sql("""
                        UPDATE solve_job SET state = CASE WHEN state = 'RUNNING' THEN 'QUEUED' ELSE state END,
                          worker = NULL, event = event + 1
                        WHERE id = :id AND worker = :worker""").param("id", id.value()).param("worker", worker).update();
    }
}
