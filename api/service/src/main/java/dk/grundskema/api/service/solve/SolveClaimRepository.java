package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.service.solve.SolveJob.SpentEffort;
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
 * Changes solves in the database on behalf of the worker that runs them. Each run has a unique worker name, stored in the solve's row; every
 * update requires that name, so that a run which was taken over can no longer write.
 */
@Component
class SolveClaimRepository {
    private static final Logger LOG = LoggerFactory.getLogger(SolveClaimRepository.class);

    /** Number of workers that may die while running a solve before it fails, because the solve probably is the cause. */
    private static final int MOST_DEATHS = 3;

    private final JdbcClient database;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;
    private final SolveJobRepository jobs;
    private final SolveQueue queue;
    private final SolveSettings settings;
    private final SolveCurveRecorder curveRecorder;

    /** Runs of this process that ended without the database being informed. */
    private final Set<String> releasedRuns = ConcurrentHashMap.newKeySet();

    SolveClaimRepository(
            JdbcClient database,
            InstantSource clock,
            IdGenerator ids,
            TransactionTemplate transaction,
            SolveJobRepository jobs,
            SolveQueue queue,
            SolveSettings settings,
            SolveCurveRecorder curveRecorder) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
        this.jobs = jobs;
        this.queue = queue;
        this.settings = settings;
        this.curveRecorder = curveRecorder;
    }

    /** What to do with a picked task. */
    sealed interface Claim {
        /** The solve has ended or has another task. */
        record NothingToRun() implements Claim {}

        /** The organisation has reached its limit of running solves. */
        record RunLater() implements Claim {}

        /**
         * The solve is to be run.
         *
         * @param job    the solve
         * @param worker unique name of the run
         */
        record RunNow(SolveJob job, String worker) implements Claim {}
    }

    /** Claims the solve of a picked task. */
    Claim claim(String task) {
        return transaction.execute(status -> {
            Optional<SolveId> id = database.sql("SELECT id FROM solve_job WHERE task = :task")
                    .param("task", task)
                    .query((row, number) -> new SolveId(row.getString("id")))
                    .optional();
            if (id.isEmpty()) {
                return new Claim.NothingToRun();
            }
            SolveJob job = jobs.lockJob(id.get());
            if (job.state().isEnded() || !job.task().equals(task)) {
                return new Claim.NothingToRun();
            }
            return job.state() == SolveState.QUEUED ? claimFirstRun(job) : claimTakeover(job);
        });
    }

    private Claim claimFirstRun(SolveJob job) {
        jobs.lockOrganisation(job.organisation());
        int running = jobs.count(job.organisation(), List.of(SolveState.RUNNING, SolveState.STOPPING));
        return running >= settings.runningPerOrganisation()
                ? new Claim.RunLater()
                : startRun(job, SolveState.RUNNING, job.deaths());
    }

    /** Claims a solve whose previous worker died or returned it to the queue. */
    private Claim claimTakeover(SolveJob job) {
        int deaths = job.worker() == null || releasedRuns.contains(job.worker()) ? job.deaths() : job.deaths() + 1;
        if (deaths >= MOST_DEATHS) {
            jobs.end(job.id(), SolveState.FAILED, List.of(Finding.error("solve.workers-died", "", deaths)), null);
            queue.callNext(job.organisation());
            return new Claim.NothingToRun();
        }
        return startRun(job, job.state(), deaths);
    }

    private Claim startRun(SolveJob job, SolveState state, int deaths) {
        String worker = ids.newId();
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
        return new Claim.RunNow(jobs.get(job.id()), worker);
    }

    /** Records the effective problem that a run solves. */
    void recordEffectiveProblem(SolveId id, String worker, String hash) {
        database.sql("UPDATE solve_job SET effective = :hash WHERE id = :id AND worker = :worker")
                .param("hash", hash)
                .param("id", id.value())
                .param("worker", worker)
                .update();
    }

    /** Records the effort of a run. Returns the state of the solve; empty if another run has taken over. */
    Optional<SolveState> recordEffort(SolveId id, String worker, SpentEffort spent) {
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
        curveRecorder.recordUnchanged(id, spent.elapsed());
        return findState(id, worker);
    }

    /** Returns the state of the solve; empty if another run has taken over. */
    Optional<SolveState> findState(SolveId id, String worker) {
        return database.sql("SELECT state FROM solve_job WHERE id = :id AND worker = :worker")
                .param("id", id.value())
                .param("worker", worker)
                .query((row, number) -> SolveState.valueOf(row.getString("state")))
                .optional();
    }

    /**
     * Records the best timetable, which must be stored already.
     *
     * @return hash of the previous best, which is unused unless a revision has it; {@code null} if there was none or another run has taken over
     */
    @Nullable
    String recordBest(SolveId id, String worker, String hash, Score score, List<RuleResult> rules, SpentEffort spent) {
        return transaction.execute(status -> {
            SolveJob before = jobs.lockJob(id);
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
                    .param("rules", SolveRowMapper.rulesJson(rules))
                    .param("elapsed", spent.elapsed().toMillis())
                    .param("steps", spent.steps())
                    .param("moves", spent.moves())
                    .param("id", id.value())
                    .update();
            curveRecorder.recordImprovement(id, spent.elapsed(), ViolationCounts.of(rules));
            return hash.equals(before.best()) ? null : before.best();
        });
    }

    /** Returns a solve to the queue after a database failure. Does not count as a death of the worker, even if this update fails too. */
    void release(SolveId id, String worker) {
        releasedRuns.add(worker);
        try {
            requeue(id, worker);
            releasedRuns.remove(worker);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Solve {} could not be returned to the queue; another worker takes it over later.", id, e);
        }
    }

    /** Returns a solve to its old place in the queue. */
    void requeue(SolveId id, String worker) {
        database.sql("""
                        UPDATE solve_job SET state = CASE WHEN state = 'RUNNING' THEN 'QUEUED' ELSE state END,
                          worker = NULL, event = event + 1
                        WHERE id = :id AND worker = :worker""").param("id", id.value()).param("worker", worker).update();
    }
}
