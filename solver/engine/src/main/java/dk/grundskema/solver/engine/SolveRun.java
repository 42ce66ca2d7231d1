package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableMaker;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Plan;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.moves.Terrain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
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
 * One solve: searches side by side in rounds of so many steps. After each round the better plan seeds all searches again;
 * since plans are compared at step counts alone, the same seed and number of steps give the same timetable.
 */
final class SolveRun implements Solve {
    /** Steps of a round: long enough for a search to settle down, short enough for the better plan to be shared. */
    private static final long ROUND = 20_000;

    private static final long LISTEN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** To tell of a plan takes a look at all of it; of that a search shall notice little, however large the plan is. */
    private static final int REST_AFTER_TELLING = 12;

    private final PreparedPlan prepared;
    private final SolveRequest request;
    private final SolveListener listener;
    private final Terrain terrain;
    private final Grounds grounds;
    private final EnvironmentMode mode;
    private final TimetableMaker timetables;
    private final KeptNames names;
    private final long started = System.nanoTime();
    private final CountDownLatch firstPlan = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong moves = new AtomicLong();
    private final Object lock = new Object();
    private final List<DefaultSolver<Plan>> running = new ArrayList<>();
    private volatile boolean stopping;
    private final AtomicLong steps = new AtomicLong();
    private volatile long improvedAt = started;
    private int @Nullable [] best;
    private @Nullable HardMediumSoftLongScore bestScore;
    private boolean untold;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Judged judged;

    /** What the rules make of a plan. */
    private record Judged(int[] values, Score score, List<RuleResult> results) {}

    SolveRun(
            PreparedPlan prepared,
            SolveRequest request,
            Set<MoveKind> without,
            SolveListener listener,
            EnvironmentMode mode) {
        this.prepared = prepared;
        this.request = request;
        this.listener = listener;
        this.mode = mode;
        this.terrain = new Terrain(prepared.blueprint(), without);
        this.grounds = new Grounds(prepared, terrain, without, request.searches());
        this.timetables = new TimetableMaker(prepared.blueprint());
        this.names = new KeptNames(prepared, request.reference());
    }

    void start() {
        Thread.ofPlatform().name("solve").daemon().start(this::run);
        Thread.ofPlatform().name("solve-watch").daemon().start(this::watch);
    }

    private void run() {
        try {
            int[] first = first();
            offer(first, score(first));
            firstPlan.countDown();
            if (terrain.hasMoves()) {
                search(first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException | Error e) {
            failure = e instanceof ExecutionException ? Objects.requireNonNullElse(e.getCause(), e) : e;
        } finally {
            stopping = true;
            firstPlan.countDown();
            ended.countDown();
        }
    }

    private int[] first() {
        Timetable from = request.start() == null ? request.reference() : request.start();
        int[] start = from == null
                ? prepared.blueprint().decisions().startValues()
                : ReferenceReader.values(prepared.blueprint(), from);
        int[] built = new Construction(prepared.rules(), terrain, request.seed(), () -> stopping).from(start);
        boolean isWhole = request.start() != null && hasAllTimes(start);
        return isWhole && score(start).compareTo(score(built)) > 0 ? start : built;
    }

    /** Whether nothing waits for a time; whoever goes on from such a plan shall not begin with a worse one. */
    private boolean hasAllTimes(int[] values) {
        var decisions = prepared.blueprint().decisions();
        return IntStream.range(0, prepared.blueprint().sessions().size())
                .map(decisions::slot)
                .allMatch(slot -> !decisions.isOpen(slot) || values[slot] != Decisions.NONE);
    }

    private HardMediumSoftLongScore score(int[] values) {
        var score = Evaluation.of(prepared.rules(), values).score();
        return HardMediumSoftLongScore.of(score.hard(), score.medium(), score.soft());
    }

    private void search(int[] first) throws InterruptedException, ExecutionException {
        int[] values = first;
        try (ExecutorService threads = Executors.newFixedThreadPool(
                request.searches(),
                task -> Thread.ofPlatform().name("search").daemon().unstarted(task))) {
            try {
                for (long round = 0; !isOver(); round++) {
                    values = round(round, values, threads);
                }
            } finally {
                stop();
            }
        }
    }

    private int[] round(long round, int[] from, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        long length = stepsLeft();
        Duration time = timeOfTurn();
        List<Future<Plan>> searches = new ArrayList<>();
        for (int i = 0; i < grounds.turns(); i++) {
            int turn = i;
            searches.add(threads.submit(() -> one(round, turn, grounds.stepsOfTurn(length), time, from)));
        }
        List<Plan> plans = new ArrayList<>();
        for (Future<Plan> search : searches) {
            plans.add(search.get());
        }
        synchronized (lock) {
            running.clear();
        }
        steps.addAndGet(length);
        Grounds.Outcome outcome = grounds.together(from, plans);
        settle(outcome);
        return outcome.values();
    }

    private Plan one(long round, int turn, long length, @Nullable Duration time, int[] from) {
        Grounds.Ground ground = grounds.of(turn);
        DefaultSolver<Plan> solver = Search.solver(
                new SplittableRandom(request.seed() * 1_000_003 + round * 31 + turn).nextLong(),
                length,
                ground.terrain().longestStep(),
                stopping ? Duration.ofMillis(1) : time,
                mode,
                request.reference() != null,
                round + turn,
                plan -> offer(plan.values(), score(plan)));
        synchronized (lock) {
            running.add(solver);
        }
        if (stopping) {
            solver.terminateEarly();
        }
        Plan plan = solver.solve(new Plan(ground.workshop(), from));
        moves.addAndGet(solver.getMoveEvaluationCount());
        synchronized (lock) {
            running.remove(solver);
        }
        return plan;
    }

    private static HardMediumSoftLongScore score(Plan plan) {
        return Objects.requireNonNull(plan.getScore(), "The search left a plan without a score.");
    }

    private long stepsLeft() {
        long usual = grounds.round(ROUND);
        return request.limits().steps() == null
                ? usual
                : Math.min(usual, request.limits().steps() - steps.get());
    }

    /** Time is shared out, so that each turn of the round gets some of what is left. */
    private @Nullable Duration timeOfTurn() {
        Duration time = request.limits().time();
        if (time == null) {
            return null;
        }
        Duration left = time.minus(elapsed()).multipliedBy(request.searches()).dividedBy(grounds.turns());
        return left.toMillis() > 0 ? Duration.ofMillis(left.toMillis()) : Duration.ofMillis(1);
    }

    private boolean isOver() {
        return stopping
                || stepsLeft() <= 0
                || (request.limits().time() != null
                        && elapsed().compareTo(request.limits().time()) >= 0);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Keeps a plan if it is the best so far; ties keep the earlier one. */
    private void offer(int[] values, HardMediumSoftLongScore score) {
        synchronized (lock) {
            if (bestScore == null || score.compareTo(bestScore) > 0) {
                best = values;
                bestScore = score;
                improvedAt = System.nanoTime();
                untold = true;
            }
        }
    }

    /** Takes over the plan of a round, whoever found one as good meanwhile, so that it doesn't depend on the clock. */
    private void settle(Grounds.Outcome outcome) {
        synchronized (lock) {
            best = outcome.values();
            bestScore = outcome.score();
        }
    }

    /** Tells the listener of better plans, and stops the solve when there has been none for too long. */
    private void watch() {
        try {
            firstPlan.await();
            long tellFrom = System.nanoTime();
            while (!ended.await(LISTEN_EVERY_NANOS, TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                if (failure == null && now - tellFrom >= 0 && takeUntold()) {
                    listener.progressed(progress());
                    tellFrom = now + REST_AFTER_TELLING * (System.nanoTime() - now);
                }
                if (stopping) {
                    // A search that was just starting did not hear the first call.
                    stop();
                }
                Duration unimproved = request.limits().unimproved();
                if (unimproved != null && System.nanoTime() - improvedAt >= unimproved.toNanos()) {
                    stop();
                }
            }
            if (failure == null) {
                listener.progressed(progress());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // The listener's fault; nobody would hear of better plans, nor see to it that the solve ends.
            failure = e;
            stop();
        }
    }

    private boolean takeUntold() {
        synchronized (lock) {
            boolean was = untold;
            untold = false;
            return was;
        }
    }

    @Override
    public void stop() {
        stopping = true;
        synchronized (lock) {
            running.forEach(DefaultSolver::terminateEarly);
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
        Judged best = judged(bestValues());
        Timetable made = timetables.make(best.values(), request.hash(), request.seed(), best.score(), best.results());
        return request.reference() == null
                ? made
                : made.remembering(request.reference().deliveries());
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
        return names.of(timetables.inOrder(new IdleReliefs(prepared).emptied(values)));
    }

    @Override
    public Progress progress() {
        Judged best = judged(bestValues());
        long tried = moves.get();
        long made = steps.get();
        synchronized (lock) {
            for (DefaultSolver<Plan> solver : running) {
                tried += solver.isSolving() ? solver.getMoveEvaluationCount() : 0;
            }
        }
        return new Progress(best.score(), best.results(), elapsed(), made, tried);
    }

    /** Looked at once for each best plan, however many ask how the solve stands. */
    private Judged judged(int[] values) {
        Judged known = judged;
        if (known == null || !Arrays.equals(known.values(), values)) {
            Evaluation evaluation = Evaluation.of(prepared.rules(), values);
            known = new Judged(values, evaluation.score(), evaluation.results());
            judged = known;
        }
        return known;
    }
}
