package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.BlueprintPartitioner;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.model.SearchContext;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import dk.grundskema.solver.score.ScoreState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assigns the searches of a round to parts of the plan: all search the whole plan, or each searches one part of
 * {@link BlueprintPartitioner} in turn. The results of the parts are merged after the round. Assignment depends only on
 * turn numbers, so that a solve is reproducible.
 */
final class SearchPartitioning {
    /**
     * The part of the plan that one search works on.
     *
     * @param context context in which only the decisions of this part are open
     * @param openDecisions index of its open decisions
     * @param choices number of values of all its open decisions together
     */
    record SearchPartition(SearchContext context, OpenDecisionIndex openDecisions, long choices) {}

    /**
     * The result of a round.
     *
     * @param values values of all decisions
     * @param score the score of the values
     */
    record RoundResult(int[] values, HardMediumSoftLongScore score) {}

    /** Minimum number of open decisions for a separate part; a school of 30 classes stays whole. */
    private static final int LEAST_DECISIONS = 400;

    /** Minimum number of moves for each choice of a part, for a search at high temperatures to end with a better plan than one at low ones; measured, see ADR 0045. */
    private static final long LEAST_MOVES_PER_CHOICE = 8;

    private final PreparedPlan prepared;
    private final List<SearchPartition> partitions;
    private final int searches;
    private final int turns;
    private @Nullable ScoreState state;

    /**
     * @param whole index of the open decisions of the whole plan
     * @param without disabled move families
     * @param searches number of parallel searches
     */
    SearchPartitioning(PreparedPlan prepared, OpenDecisionIndex whole, Set<MoveKind> without, int searches) {
        this.prepared = prepared;
        this.searches = searches;
        List<Blueprint> parts = BlueprintPartitioner.partition(prepared.blueprint(), LEAST_DECISIONS);
        this.partitions = parts.stream()
                .map(part -> createPartition(
                        part, parts.size() == 1 ? whole : new OpenDecisionIndex(part, without, whole.clashes())))
                .filter(partition ->
                        parts.size() == 1 || partition.openDecisions().hasMoves())
                .toList();
        int partCount = Math.max(1, partitions.size());
        this.turns = partCount * Math.ceilDiv(searches, partCount);
    }

    private SearchPartition createPartition(Blueprint blueprint, OpenDecisionIndex openDecisions) {
        return new SearchPartition(
                new SearchContext(blueprint, prepared.rules(), openDecisions),
                openDecisions,
                blueprint.decisions().openChoices());
    }

    /** Returns the number of turns per round: at least one per search and one per part. */
    int turnCount() {
        return turns;
    }

    /** Returns the part that a turn works on. */
    SearchPartition partitionOfTurn(int turn) {
        return partitions.get(turn % partitions.size());
    }

    /**
     * Returns how high the temperatures of a turn are. Every other search of the same part keeps to low ones, because how many moves high ones need
     * differs between problems.
     *
     * @param moves number of moves that the turn will try; {@code null} if that is unknown
     */
    CoolingSchedule.Heat heatOfTurn(int turn, @Nullable Long moves) {
        boolean isAlternative = turn / partitions.size() % 2 == 1;
        boolean isShort = moves != null
                && moves < LEAST_MOVES_PER_CHOICE * partitionOfTurn(turn).choices();
        return isAlternative || isShort ? CoolingSchedule.Heat.LOW : CoolingSchedule.Heat.HIGH;
    }

    /** Returns the number of steps per turn, given the number of a solve's steps that the round takes. */
    long stepsOfTurn(long round) {
        return Math.max(1, round * searches / turns);
    }

    /** Returns the time per turn, given the time of the round. */
    Duration timeOfTurn(Duration round) {
        return Duration.ofMillis(Math.max(1, round.toMillis() / Math.ceilDiv(turns, searches)));
    }

    /**
     * Combines the results of the turns: the best result of each part, merged, unless a single result is better than
     * the merged plan.
     *
     * @param from values before the round
     * @param plans result of each turn
     */
    RoundResult combineTurns(int[] from, List<PlanSolution> plans) {
        PlanSolution best = best(plans, 0, 1);
        if (partitions.size() == 1) {
            return new RoundResult(best.values(), score(best));
        }
        int[] values = from.clone();
        for (int part = 0; part < partitions.size(); part++) {
            int[] bestValues = best(plans, part, partitions.size()).liveValues();
            for (int decision = 0; decision < values.length; decision++) {
                if (bestValues[decision] != from[decision]) {
                    values[decision] = bestValues[decision];
                }
            }
        }
        HardMediumSoftLongScore score = score(values);
        return score.compareTo(score(best)) >= 0
                ? new RoundResult(values, score)
                : new RoundResult(best.values(), score(best));
    }

    private static PlanSolution best(List<PlanSolution> plans, int first, int step) {
        PlanSolution best = plans.get(first);
        for (int i = first; i < plans.size(); i += step) {
            if (score(plans.get(i)).compareTo(score(best)) > 0) {
                best = plans.get(i);
            }
        }
        return best;
    }

    private static HardMediumSoftLongScore score(PlanSolution plan) {
        return Objects.requireNonNull(plan.getScore(), "The search returned a plan without a score.");
    }

    private HardMediumSoftLongScore score(int[] values) {
        ScoreState scoreState = state == null ? new ScoreState(prepared.rules()) : state;
        state = scoreState;
        scoreState.load(values);
        scoreState.settle();
        return HardMediumSoftLongScore.of(
                -scoreState.cost(Level.HARD), -scoreState.cost(Level.MEDIUM), -scoreState.cost(Level.SOFT));
    }
}
