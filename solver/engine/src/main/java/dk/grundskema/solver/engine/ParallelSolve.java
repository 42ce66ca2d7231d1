package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import dk.grundskema.solver.registry.PluginCallWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One solve: parallel searches in rounds, each of which ends after ten times as long as all before it. After each round the best plan becomes the start of all searches.
 * Results are compared only at the ends of rounds, so that the same seed and number of steps give the
 * same timetable, independent of thread timing. Two daemon threads run a solve: {@code solve} runs the rounds,
 * {@code solve-watch} notifies the listener and enforces {@link SolveLimits#unimproved}. Plans found within a round are
 * only used for progress.
 */
final class ParallelSolve implements Solve {
    /** Moves that a search tries in a step. */
    private static final long MOVES_PER_STEP = 10;

    private static final String OPEN_SEATS = "core.missing-adult";
    private static final Duration MOST_REPAIR_TIME = Duration.ofSeconds(3);

    private static final long POLL_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final PreparedPlan prepared;
    private final SolveRequest request;
    private final SolveListener listener;
    private final OpenDecisionIndex openDecisions;
    private final SearchPartitioning partitions;
    private final EnvironmentMode mode;
    private final @Nullable OpenSeatRepair repair;
    private final TimetableBuilder timetables;
    private final IdPreserver names;
    private final SolveLimitWatch limitWatch;
    private final CountDownLatch firstPlan = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong moves = new AtomicLong();
    private final AtomicLong waitedNanos = new AtomicLong();
    private long movesOfFinishedRounds;

    /** Speed of a search in the last round. */
    private double movesPerMilli;

    private final Object lock = new Object();
    private final List<Solver<PlanSolution>> running = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean stopRequested;
    private boolean repairedOnce;
    private int @Nullable [] best;
    private @Nullable HardMediumSoftLongScore bestScore;
    private boolean unreportedImprovement;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable EvaluatedPlan lastEvaluation;

    /** A plan with its score and rule results. */
    private record EvaluatedPlan(int[] values, Score score, List<RuleResult> results) {}

    ParallelSolve(
            PreparedPlan prepared,
            SolveRequest request,
            Set<MoveKind> without,
            SolveListener listener,
            EnvironmentMode mode,
            @Nullable OpenSeatRepair repair) {
        this.prepared = prepared;
        this.request = request;
        this.limitWatch = new SolveLimitWatch(request.limits(), System::nanoTime);
        this.listener = listener;
        this.mode = mode;
        this.repair = repair;
        this.openDecisions =
                new OpenDecisionIndex(prepared.blueprint(), without, ClashGraphBuilder.build(prepared.rules()));
        this.partitions = new SearchPartitioning(prepared, openDecisions, without, request.searches());
        this.timetables = new TimetableBuilder(prepared.blueprint());
        this.names = new IdPreserver(prepared, request.reference());
    }

    void start() {
        Thread.ofPlatform().name("solve").daemon().start(this::runSolve);
        Thread.ofPlatform().name("solve-watch").daemon().start(this::watchProgress);
    }

    /** Ends the solve although a thread of it never returns from a plugin. */
    private void fail(RuntimeException cause) {
        failure = Objects.requireNonNullElse(failure, cause);
        endSearches();
        firstPlan.countDown();
        ended.countDown();
    }

    private void runSolve() {
        PluginCallWatch.whenAbandoned(this::fail);
        try {
            int[] first = createFirstPlan();
            keepIfBest(first, score(first));
            firstPlan.countDown();
            if (openDecisions.hasMoves()) {
                runSearches(first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException | Error e) {
            Throwable cause = e instanceof ExecutionException ? Objects.requireNonNullElse(e.getCause(), e) : e;
            failure = Objects.requireNonNullElse(failure, cause); // the first one is the reason
        } finally {
            stopping = true;
            firstPlan.countDown();
            ended.countDown();
        }
    }

    private int[] createFirstPlan() {
        Timetable from = request.start() == null ? request.reference() : request.start();
        int[] start = from == null
                ? prepared.blueprint().decisions().startValues()
                : ReferenceReader.readDecisions(prepared.blueprint(), from);
        int[] built = new ConstructionHeuristic(prepared.rules(), openDecisions, request.seed(), () -> stopping)
                .construct(start);
        boolean isWhole = request.start() != null && hasAllTimes(start);
        return isWhole && score(start).compareTo(score(built)) > 0 ? start : built;
    }

    /** Whether every open session has a time. A solve that continues such a plan must not begin with a worse one. */
    private boolean hasAllTimes(int[] values) {
        var decisions = prepared.blueprint().decisions();
        return IntStream.range(0, prepared.blueprint().sessions().size())
                .map(decisions::slot)
                .allMatch(slot -> !decisions.isOpen(slot) || values[slot] != Decisions.NONE);
    }

    private HardMediumSoftLongScore score(int[] values) {
        var score = PlanEvaluation.of(prepared.rules(), values).score();
        return HardMediumSoftLongScore.of(score.hard(), score.medium(), score.soft());
    }

    /** A false hint of a rule ends the solve: its plans would not be what they claim. */
    private void verifyHints(int[] values, HardMediumSoftLongScore claimed) {
        RuleHintVerifier.verify(prepared.rules(), values, scoreOf(claimed), scoreOf(score(values)));
    }

    private static Score scoreOf(HardMediumSoftLongScore score) {
        return new Score(score.hardScore(), score.mediumScore(), score.softScore());
    }

    private void runSearches(int[] first) throws InterruptedException, ExecutionException {
        int[] values = first;
        try (ExecutorService threads = Executors.newFixedThreadPool(
                request.searches(),
                task -> Thread.ofPlatform().name("search").daemon().unstarted(task))) {
            try {
                long round = 0;
                for (; !isOver(reservedForRepair()); round++) {
                    values = runRound(round, values, threads);
                }
                int[] repaired = repairOpenSeats();
                values = repaired == null ? values : repaired;
                for (; !isOver(Duration.ZERO); round++) { // with the time that the repair left
                    values = runRound(round, values, threads);
                }
            } finally {
                endSearches();
            }
        }
    }

    private boolean isOver(Duration reserved) {
        return stopping || isFreeOfCost() || limitWatch.isReached(reserved);
    }

    /** Returns whether the best plan costs nothing, so that no plan is better. */
    private boolean isFreeOfCost() {
        synchronized (lock) {
            return bestScore != null && bestScore.compareTo(HardMediumSoftLongScore.ZERO) >= 0;
        }
    }

    private int[] runRound(long round, int[] from, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        Long steps = limitWatch.stepsOfRound();
        Duration time = limitWatch.timeOfRound(reservedForRepair());
        long started = System.nanoTime();
        List<Future<PlanSolution>> searches = new ArrayList<>();
        Map<Thread, Long> ends = new ConcurrentHashMap<>();
        for (int i = 0; i < partitions.turnCount(); i++) {
            int turn = i;
            searches.add(threads.submit(() -> {
                PluginCallWatch.whenAbandoned(this::fail);
                PlanSolution found = runTurn(round, turn, steps, time, from);
                ends.put(Thread.currentThread(), System.nanoTime());
                return found;
            }));
        }
        List<PlanSolution> plans = new ArrayList<>();
        for (Future<PlanSolution> search : searches) {
            plans.add(search.get());
        }
        long ended = System.nanoTime();
        ends.values().forEach(end -> waitedNanos.addAndGet(ended - end));
        waitedNanos.addAndGet((request.searches() - ends.size()) * (ended - started));
        synchronized (lock) {
            running.clear();
        }
        boolean isWhole = time == null && !stopping && !isFreeOfCost();
        synchronized (lock) {
            long made = stepsOfRunningRound();
            movesPerMilli = (double) (moves.get() - movesOfFinishedRounds)
                    / request.searches()
                    / Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
            movesOfFinishedRounds = moves.get();
            limitWatch.addSteps(steps == null ? made : isWhole ? steps : Math.min(made, steps));
        }
        SearchPartitioning.RoundResult outcome = partitions.combineTurns(from, plans);
        verifyHints(outcome.values(), outcome.score());
        acceptRound(outcome);
        return outcome.values();
    }

    private long stepsOfRunningRound() {
        return Math.ceilDiv(moves.get() - movesOfFinishedRounds, MOVES_PER_STEP * request.searches());
    }

    private PlanSolution runTurn(long round, int turn, @Nullable Long steps, @Nullable Duration time, int[] from) {
        long started = System.nanoTime();
        SearchPartitioning.SearchPartition partition = partitions.partitionOfTurn(turn);
        Long mostMoves = steps == null ? null : (Long) (partitions.stepsOfTurn(steps) * MOVES_PER_STEP);
        Duration timeOfTurn = time == null ? null : partitions.timeOfTurn(time);
        long seed = new SplittableRandom(request.seed() * 1_000_003 + round * 31 + turn).nextLong();
        var leg = new SearchLeg(
                partition.context(),
                seed,
                mostMoves,
                started,
                timeOfTurn,
                round == 0 && !limitWatch.isMostOfTheTime(time)
                        ? CoolingSchedule.Heat.LOW // takes little time, and finds a plan without faults
                        : partitions.heatOfTurn(turn, expectedMoves(mostMoves, timeOfTurn)),
                request.reference() != null,
                mode != EnvironmentMode.NO_ASSERT,
                HardMediumSoftLongScore.ZERO,
                this::keepIfBest,
                moves::addAndGet,
                () -> stopping || (steps == null && isFreeOfCost()));
        Solver<PlanSolution> solver = SearchSolverFactory.createSolver(leg, mode);
        synchronized (lock) {
            running.add(solver);
        }
        try {
            return solver.solve(new PlanSolution(partition.context(), from));
        } catch (RuntimeException | Error e) {
            endSearches(); // the others would only end with the round
            throw e;
        } finally {
            synchronized (lock) {
                running.remove(solver);
            }
        }
    }

    /** Returns the number of moves that a turn will try; {@code null} if that is unknown. */
    private @Nullable Long expectedMoves(@Nullable Long mostMoves, @Nullable Duration time) {
        if (mostMoves != null) {
            return mostMoves;
        }
        return time == null || movesPerMilli == 0 ? null : (Long) (long) (movesPerMilli * time.toMillis());
    }

    /**
     * Fills seats that the searches left open, and keeps the plan if it is better; {@code null} if not.
     */
    private int @Nullable [] repairOpenSeats() throws InterruptedException {
        if (repair == null || stopRequested || failure != null || !hasOpenSeats()) {
            return null;
        }
        repairedOnce = true;
        Duration time = request.limits().time();
        Duration left = time == null ? null : time.minus(limitWatch.elapsed());
        if (left != null && left.toMillis() < 1) {
            return null;
        }
        var blueprint = prepared.blueprint();
        Timetable repaired = repair.repair(blueprint.problem(), blueprint.demands(), best(), left, () -> stopRequested)
                .orElse(null);
        if (repaired == null) {
            return null;
        }
        int[] values = ReferenceReader.readDecisions(blueprint, repaired);
        HardMediumSoftLongScore score = score(values);
        synchronized (lock) {
            if (bestScore != null && score.compareTo(bestScore) <= 0) {
                return null;
            }
        }
        keepIfBest(values, score);
        return values;
    }

    private boolean hasOpenSeats() {
        return evaluateOnce(bestValues()).results().stream()
                .anyMatch(result -> result.id().equals(OPEN_SEATS) && result.penalty() > 0);
    }

    /** Returns the time that the searches leave for a repair while seats are open: a quarter, and at most three seconds. */
    private Duration reservedForRepair() {
        Duration time = request.limits().time();
        if (time == null || repair == null || repairedOnce || !hasOpenSeats()) {
            return Duration.ZERO;
        }
        Duration quarter = time.dividedBy(4);
        return quarter.compareTo(MOST_REPAIR_TIME) > 0 ? MOST_REPAIR_TIME : quarter;
    }

    /** Keeps a plan if it is better than the best so far; ties keep the earlier one. */
    private void keepIfBest(int[] values, HardMediumSoftLongScore score) {
        synchronized (lock) {
            if (bestScore == null || score.compareTo(bestScore) > 0) {
                best = values;
                bestScore = score;
                limitWatch.recordImprovement();
                unreportedImprovement = true;
            }
        }
    }

    /**
     * Takes the plan of a round even if another thread found an equally good one, so that the result does not depend on
     * timing.
     */
    private void acceptRound(SearchPartitioning.RoundResult outcome) {
        synchronized (lock) {
            best = outcome.values();
            bestScore = outcome.score();
        }
    }

    /** Notifies the listener of better plans, and stops the solve after too long without improvement. */
    private void watchProgress() {
        PluginCallWatch.whenAbandoned(this::fail);
        try {
            firstPlan.await();
            var schedule = new ReportSchedule(System.nanoTime());
            while (!ended.await(POLL_INTERVAL_NANOS, TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                if (failure == null && schedule.isDue(now, isBestFaultless()) && takeUnreported()) {
                    verifyHintsOfBest();
                    SolveProgress reported = progress();
                    listener.onProgress(reported);
                    schedule.recordReport(
                            now, System.nanoTime(), reported.score().isWithoutFault());
                }
                if (stopping) {
                    // A search that was just starting may have missed the first call.
                    endSearches();
                }
                if (limitWatch.isUnimprovedTooLong()) {
                    endSearches();
                }
            }
            if (failure == null) {
                listener.onProgress(progress());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // The listener failed, or a hint is false. Stop, because progress is no longer reported and no limit
            // enforced.
            failure = e;
            endSearches();
        }
    }

    private void verifyHintsOfBest() {
        int[] values;
        HardMediumSoftLongScore claimed;
        synchronized (lock) {
            values = Objects.requireNonNull(best);
            claimed = Objects.requireNonNull(bestScore);
        }
        verifyHints(values, claimed);
    }

    private boolean isBestFaultless() {
        synchronized (lock) {
            return bestScore != null && scoreOf(bestScore).isWithoutFault();
        }
    }

    private boolean takeUnreported() {
        synchronized (lock) {
            boolean was = unreportedImprovement;
            unreportedImprovement = false;
            return was;
        }
    }

    @Override
    public void stop() {
        stopRequested = true;
        endSearches();
    }

    private void endSearches() {
        stopping = true;
        synchronized (lock) {
            running.forEach(Solver::terminateEarly);
        }
    }

    @Override
    public Timetable await() throws InterruptedException {
        ended.await();
        return best();
    }

    @Override
    public Timetable best() throws InterruptedException {
        firstPlan.await();
        EvaluatedPlan best = evaluateOnce(bestValues());
        Timetable made = timetables.build(best.values(), request.hash(), request.seed(), best.score(), best.results());
        return request.reference() == null
                ? made
                : made.withDeliveries(request.reference().deliveries());
    }

    private int[] bestValues() {
        int[] values;
        synchronized (lock) {
            if (failure != null || best == null) {
                String why = failure == null ? "There is no plan." : String.valueOf(failure.getMessage());
                throw new IllegalStateException("The solve failed: " + why, failure);
            }
            values = best;
        }
        return names.preserveIds(
                timetables.orderInterchangeableGuests(new IdleReliefRemover(prepared).removeIdleReliefs(values)));
    }

    @Override
    public SolveProgress progress() {
        EvaluatedPlan best = evaluateOnce(bestValues());
        Long limit = request.limits().steps();
        long made;
        synchronized (lock) {
            made = limitWatch.steps() + stepsOfRunningRound();
        }
        return new SolveProgress(
                best.score(),
                best.results(),
                limitWatch.elapsed(),
                limit == null ? made : Math.min(made, limit),
                moves.get(),
                Duration.ofNanos(waitedNanos.get()));
    }

    /** Evaluates each best plan only once, however often progress is requested. */
    private EvaluatedPlan evaluateOnce(int[] values) {
        EvaluatedPlan known = lastEvaluation;
        if (known == null || !Arrays.equals(known.values(), values)) {
            PlanEvaluation evaluation = PlanEvaluation.of(prepared.rules(), values);
            known = new EvaluatedPlan(values, evaluation.score(), evaluation.results());
            lastEvaluation = known;
        }
        return known;
    }
}
