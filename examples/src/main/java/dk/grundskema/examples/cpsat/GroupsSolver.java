package dk.grundskema.examples.cpsat;

import com.google.ortools.Loader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.function.LongSupplier;

/** Solves small groups with CP-SAT. */
public final class GroupsSolver {
    /** What a medium point weighs in the model's objective, in soft points. */
    public static final long MEDIUM = GroupsCost.MEDIUM;

    private final PluginRegistry plugins;
    private final int workers;

    /**
     * @param plugins plugins, that of small groups among them
     * @param workers how many threads search
     */
    public GroupsSolver(PluginRegistry plugins, int workers) {
        Loader.loadNativeLibraries();
        this.plugins = plugins;
        this.workers = workers;
    }

    /**
     * Proves the best plan, or gives the best one that it found.
     *
     * @param effort how much work CP-SAT may do, in its deterministic units: about a second each
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public Outcome prove(Problem problem, double effort) {
        GroupsFacts facts = GroupsFacts.of(problem);
        var stages = new TwoStages<GroupsChosen>(workers, MEDIUM);
        stages.prove(GroupsModel.of(facts), effort);
        return stages.outcome(chosen -> chosen.write(facts, plugins));
    }

    /**
     * Searches for some time, the making of models included: first for a plan that lacks as little as can be, for at most half of the time,
     * then from there for the best.
     *
     * @param seconds when to look at the best plan so far, ascending; the last is when it ends
     * @param seed    seed of the search
     * @param forced  medium points that capacity alone forces: a plan with no more lacks nothing that can be had
     * @param elapsed tells how many milliseconds have passed since the start
     * @return the first plan of all, the first that lacks nothing that can be had, and the best at each of the seconds
     * @throws IllegalArgumentException if the problem has something that the model doesn't carry
     */
    public Outcome search(Problem problem, List<Integer> seconds, int seed, long forced, LongSupplier elapsed) {
        GroupsFacts facts = GroupsFacts.of(problem);
        var stages = new TwoStages<GroupsChosen>(workers, MEDIUM * (forced + 1));
        stages.search(GroupsModel.legal(facts), () -> GroupsModel.of(facts), seconds.getLast(), seed, elapsed);
        return stages.outcome(seconds, chosen -> chosen.write(facts, plugins));
    }
}
