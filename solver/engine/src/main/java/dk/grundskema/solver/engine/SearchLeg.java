package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.solver.model.SearchContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One search of one round. It ends with its moves or its time, whichever is over first, or when it has found a plan as good as possible.
 *
 * @param context what all searches share
 * @param seed seed of the search
 * @param moves number of moves; {@code null} means no limit
 * @param started when its time began, see {@link System#nanoTime}
 * @param time duration; {@code null} means no limit
 * @param heat how high its temperatures are
 * @param isCalm whether to stay near the plan that the search starts from
 * @param isAsserted whether each score is also computed from scratch
 * @param bestPossible score at which the search ends, because no plan has a better one
 * @param listener receives better plans
 * @param counter receives numbers of moves tried
 * @param ended whether the solve has ended otherwise
 */
record SearchLeg(
        SearchContext context,
        long seed,
        @Nullable Long moves,
        long started,
        @Nullable Duration time,
        CoolingSchedule.Heat heat,
        boolean isCalm,
        boolean isAsserted,
        HardMediumSoftLongScore bestPossible,
        AnnealingSearch.PlanListener listener,
        LongConsumer counter,
        BooleanSupplier ended) {
    /** Searches from the values of all decisions, and returns those of the best plan. */
    int[] search(int[] from, BooleanSupplier stopped) {
        long mostMoves = moves == null ? Long.MAX_VALUE : moves;
        var search = new AnnealingSearch(context, from, seed, isAsserted, listener, counter);
        DoubleSupplier fraction = () -> Math.max(
                (double) search.triedMoves() / mostMoves,
                time == null ? 0 : (double) (System.nanoTime() - started) / time.toNanos());
        BooleanSupplier isOver = () -> fraction.getAsDouble() >= 1
                || ended.getAsBoolean()
                || stopped.getAsBoolean()
                || search.bestScore().compareTo(bestPossible) >= 0;
        long[][] losses = search.sampleLosses((int) Math.min(CoolingSchedule.SAMPLED_MOVES, mostMoves / 10), isOver);
        search.run(isCalm ? CoolingSchedule.calm() : CoolingSchedule.of(heat, losses), mostMoves, fraction, isOver);
        return search.best();
    }
}
