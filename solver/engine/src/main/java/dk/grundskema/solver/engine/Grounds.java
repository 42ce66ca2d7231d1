package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Parts;
import dk.grundskema.solver.model.Plan;
import dk.grundskema.solver.model.Workshop;
import dk.grundskema.solver.moves.MoveKind;
import dk.grundskema.solver.moves.Terrain;
import dk.grundskema.solver.score.ScoreState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the searches of a round go: all to the whole plan, or each to one of its {@link Parts}, turn by turn. What parts became is put together
 * after the round. All is decided by numbers, so that a solve can be repeated.
 */
final class Grounds {
    /**
     * One search's field.
     *
     * @param workshop in which only the decisions of this field are open
     * @param terrain  where its moves can go
     */
    record Ground(Workshop workshop, Terrain terrain) {}

    /**
     * What a round came to.
     *
     * @param values how all decisions stand
     * @param score  what that costs
     */
    record Outcome(int[] values, HardMediumSoftLongScore score) {}

    /** Open decisions that are worth searches of their own: a school of 30 classes stays whole. */
    private static final int LEAST_DECISIONS = 400;

    /** Steps of one turn, at least: less would be spent on beginning. */
    private static final long LEAST_STEPS = 1_000;

    private final PreparedPlan prepared;
    private final List<Ground> grounds;
    private final int searches;
    private final int turns;
    private @Nullable ScoreState state;

    /**
     * @param whole    terrain of the whole plan
     * @param without  families of moves that are switched off
     * @param searches how many searches run side by side
     */
    Grounds(PreparedPlan prepared, Terrain whole, Set<MoveKind> without, int searches) {
        this.prepared = prepared;
        this.searches = searches;
        List<Blueprint> parts = Parts.of(prepared.blueprint(), LEAST_DECISIONS);
        this.grounds = parts.stream()
                .map(part -> ground(part, parts.size() == 1 ? whole : new Terrain(part, without)))
                .filter(ground -> parts.size() == 1 || ground.terrain().hasMoves())
                .toList();
        int most = Math.max(1, grounds.size());
        this.turns = most * Math.ceilDiv(searches, most);
    }

    private Ground ground(Blueprint blueprint, Terrain terrain) {
        return new Ground(new Workshop(blueprint, prepared.rules(), terrain), terrain);
    }

    /** How many turns a round has: one for each search, or for each part. */
    int turns() {
        return turns;
    }

    /** Where a turn of a round goes. */
    Ground of(int turn) {
        return grounds.get(turn % grounds.size());
    }

    /** How many of a solve's steps a round takes, if it is to take about so many. */
    long round(long usual) {
        return turns == searches ? usual : Math.max(usual, LEAST_STEPS * turns / searches);
    }

    /** How many steps each turn has when a round takes so many of a solve's. */
    long stepsOfTurn(long round) {
        return Math.max(1, round * searches / turns);
    }

    /**
     * The best of what the turns came to: of those with one field the best, and the fields' together unless they get in each other's way after all.
     *
     * @param from  how decisions stood before the round
     * @param plans what each turn came to
     */
    Outcome together(int[] from, List<Plan> plans) {
        Plan best = best(plans, 0, 1);
        if (grounds.size() == 1) {
            return new Outcome(best.values(), score(best));
        }
        int[] values = from.clone();
        for (int field = 0; field < grounds.size(); field++) {
            int[] standing = best(plans, field, grounds.size()).standing();
            for (int decision = 0; decision < values.length; decision++) {
                if (standing[decision] != from[decision]) {
                    values[decision] = standing[decision];
                }
            }
        }
        HardMediumSoftLongScore score = score(values);
        return score.compareTo(score(best)) >= 0 ? new Outcome(values, score) : new Outcome(best.values(), score(best));
    }

    private static Plan best(List<Plan> plans, int first, int step) {
        Plan best = plans.get(first);
        for (int i = first; i < plans.size(); i += step) {
            if (score(plans.get(i)).compareTo(score(best)) > 0) {
                best = plans.get(i);
            }
        }
        return best;
    }

    private static HardMediumSoftLongScore score(Plan plan) {
        return Objects.requireNonNull(plan.getScore(), "The search left a plan without a score.");
    }

    private HardMediumSoftLongScore score(int[] values) {
        ScoreState known = state == null ? new ScoreState(prepared.rules()) : state;
        state = known;
        known.load(values);
        known.settle();
        return HardMediumSoftLongScore.of(-known.cost(Level.HARD), -known.cost(Level.MEDIUM), -known.cost(Level.SOFT));
    }
}
