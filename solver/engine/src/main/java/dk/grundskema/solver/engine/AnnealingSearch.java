package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SearchContext;
import dk.grundskema.solver.moves.IdleReliefs;
import dk.grundskema.solver.moves.MoveGenerator;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.ScoreState;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;

/**
 * Simulated annealing from one plan. A move that makes the plan worse is accepted with a probability that falls with what each level loses, in
 * relation to that level's temperature. A gain at one level does not pay for a loss at a higher one. Hard cost never rises. Not thread-safe.
 */
final class AnnealingSearch {
    /** Receives better plans: those that the search leaves again, and now and then the current one. */
    interface PlanListener {
        void onBetterPlan(int[] values, HardMediumSoftLongScore score);
    }

    private static final Level[] LEVELS = {Level.HARD, Level.MEDIUM, Level.SOFT};
    private static final int HARD = 0;
    private static final int MEDIUM = 1;
    private static final int SOFT = 2;

    /** Moves between two looks at the clock. */
    private static final int MOVES_PER_CHECK = 128;

    private final CompiledRules rules;
    private final ScoreState state;
    private final MoveGenerator moves;
    private final MoveGenerator.DecisionSetter setter;
    private final IdleReliefs idleReliefs;
    private final SplittableRandom random;
    private final PlanListener listener;
    private final LongConsumer counter;
    private final boolean isAsserted;
    private final long[] cost = new long[LEVELS.length];
    private final long[] tried = new long[LEVELS.length];
    private final long[] bestCost = new long[LEVELS.length];
    private final double[] temperature = new double[LEVELS.length];
    private int[] best;
    private boolean isAtUnsavedBest;
    private long triedMoves;

    /**
     * @param context what all searches share
     * @param from values of all decisions
     * @param isAsserted whether each score is also computed from scratch; slow
     * @param counter receives numbers of moves tried
     */
    AnnealingSearch(
            SearchContext context,
            int[] from,
            long seed,
            boolean isAsserted,
            PlanListener listener,
            LongConsumer counter) {
        this.rules = (CompiledRules) context.rules();
        this.state = new ScoreState(rules);
        this.setter = state::set;
        this.random = new SplittableRandom(seed);
        var openDecisions = (OpenDecisionIndex) context.moves();
        this.moves = new MoveGenerator(openDecisions, state.liveValues(), random);
        this.idleReliefs = openDecisions.idleReliefs();
        this.isAsserted = isAsserted;
        this.listener = listener;
        this.counter = counter;
        state.load(from);
        state.settle();
        readCosts(cost);
        emptyIdleReliefs(cost);
        copy(cost, bestCost);
        this.best = state.liveValues().clone();
    }

    /** Returns the number of moves tried so far. */
    long triedMoves() {
        return triedMoves;
    }

    /** Returns the best plan so far. */
    int[] best() {
        return best;
    }

    /** Returns the score of the best plan. */
    HardMediumSoftLongScore bestScore() {
        return HardMediumSoftLongScore.of(-bestCost[HARD], -bestCost[MEDIUM], -bestCost[SOFT]);
    }

    /**
     * Searches until it is stopped.
     *
     * @param cooling how temperatures fall
     * @param mostMoves number of moves at which the search ends, with those of the sample
     * @param fraction the part of the search's moves or time that is over, 0 to 1
     * @param stopped whether to end
     */
    void run(CoolingSchedule cooling, long mostMoves, DoubleSupplier fraction, BooleanSupplier stopped) {
        double part = fraction.getAsDouble();
        while (triedMoves < mostMoves && !stopped.getAsBoolean()) {
            temperature[MEDIUM] = cooling.medium(part);
            temperature[SOFT] = cooling.soft(part);
            int some = (int) Math.min(MOVES_PER_CHECK, mostMoves - triedMoves);
            for (int i = 0; i < some; i++) {
                step();
            }
            count(some);
            saveBest();
            part = fraction.getAsDouble();
        }
    }

    /**
     * Tries moves, keeps those that make the plan better, and returns the sorted losses of the others: for each level those that lose first at this
     * level.
     *
     * @param most maximum number of moves
     */
    long[][] sampleLosses(int most, BooleanSupplier stopped) {
        long[][] losses = new long[LEVELS.length][most];
        int[] counts = new int[LEVELS.length];
        for (int i = 0; i < most && !stopped.getAsBoolean(); i++) {
            count(1);
            if (!moves.draw()) {
                continue;
            }
            state.beginTrial();
            moves.applyTo(setter);
            state.settle();
            readCosts(tried);
            if (!isWorse()) {
                emptyIdleReliefs(tried);
            }
            assertScore();
            int level = firstDifference(tried, cost);
            if (level < LEVELS.length && tried[level] < cost[level]) {
                keep(false);
            } else {
                if (level < LEVELS.length) {
                    losses[level][counts[level]++] = tried[level] - cost[level];
                }
                state.revertTrial();
            }
        }
        saveBest();
        for (int level = 0; level < LEVELS.length; level++) {
            losses[level] = Arrays.copyOf(losses[level], counts[level]);
            Arrays.sort(losses[level]);
        }
        return losses;
    }

    private void count(int some) {
        triedMoves += some;
        counter.accept(some);
    }

    private void step() {
        if (!moves.draw()) {
            return;
        }
        double acceptable = -Math.log(random.nextDouble());
        state.beginTrial();
        moves.applyTo(setter);
        if (!state.settleTrial(cost[HARD])) {
            state.revertTrial();
            return;
        }
        readCosts(tried);
        if (isAcceptable(acceptable)) {
            emptyIdleReliefs(tried);
        }
        assertScore();
        if (isAcceptable(acceptable)) {
            keep(isWorse());
        } else {
            state.revertTrial();
        }
    }

    /**
     * Empties the seats of idle reliefs that no hard or medium rule needs, and reads the costs. {@link IdleReliefRemover} does the same with the finished plan,
     * whatever that costs in wishes.
     */
    private void emptyIdleReliefs(long[] costs) {
        for (int i = 0; i < idleReliefs.count(); i++) {
            if (!idleReliefs.isIdle(i, state.liveValues())) {
                continue;
            }
            int decision = idleReliefs.decision(i);
            int holder = state.value(decision);
            setter.set(decision, Decisions.NONE);
            state.settle();
            if (state.cost(Level.HARD) > costs[HARD] || state.cost(Level.MEDIUM) > costs[MEDIUM]) {
                setter.set(decision, holder);
                state.settle();
            } else {
                readCosts(costs);
            }
        }
    }

    private boolean isWorse() {
        int level = firstDifference(tried, cost);
        return level < LEVELS.length && tried[level] > cost[level];
    }

    private boolean isAcceptable(double acceptable) {
        return !isWorse() || (tried[HARD] <= cost[HARD] && loss() <= acceptable);
    }

    /** Returns what the tried plan loses in medium and soft cost, in relation to the temperature of each level. */
    private double loss() {
        double loss = 0;
        for (int level = MEDIUM; level <= SOFT; level++) {
            long more = tried[level] - cost[level];
            if (more > 0) {
                loss += temperature[level] > 0 ? more / temperature[level] : Double.POSITIVE_INFINITY;
            }
        }
        return loss;
    }

    private void keep(boolean isWorse) {
        state.keepTrial();
        if (isWorse && isAtUnsavedBest) {
            int[] left = state.liveValues().clone();
            state.restoreValuesBeforeTrial(left);
            saveBest(left);
        }
        copy(tried, cost);
        int level = firstDifference(cost, bestCost);
        if (level < LEVELS.length && cost[level] < bestCost[level]) {
            copy(cost, bestCost);
            isAtUnsavedBest = true;
        }
    }

    private void saveBest() {
        if (isAtUnsavedBest) {
            saveBest(state.liveValues().clone());
        }
    }

    private void saveBest(int[] values) {
        best = values;
        isAtUnsavedBest = false;
        listener.onBetterPlan(values, bestScore());
    }

    private void assertScore() {
        if (!isAsserted) {
            return;
        }
        var fresh = new ScoreState(rules);
        fresh.load(state.liveValues());
        if (!fresh.settle().score().equals(state.score())) {
            throw new IllegalStateException("The score (%s) should be (%s).\nMaybe a rule is not pure?"
                    .formatted(state.score(), fresh.score()));
        }
    }

    private void readCosts(long[] into) {
        for (int level = 0; level < LEVELS.length; level++) {
            into[level] = state.cost(LEVELS[level]);
        }
    }

    private static void copy(long[] costs, long[] to) {
        System.arraycopy(costs, 0, to, 0, costs.length);
    }

    /** Returns the first level at which the costs differ; the number of levels if they are equal. */
    private static int firstDifference(long[] one, long[] other) {
        int level = 0;
        while (level < one.length && one[level] == other[level]) {
            level++;
        }
        return level;
    }
}
