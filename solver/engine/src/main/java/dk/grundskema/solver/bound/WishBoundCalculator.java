package dk.grundskema.solver.bound;

import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.bound.CostModel.Cut;
import dk.grundskema.solver.bound.CostModel.Total;
import dk.grundskema.solver.score.CompiledRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds the weighted cost of wishes from below: each rule's independent parts exactly, groups to be formed by the prices of their members, then all
 * together. The result is the same each time.
 *
 * @param solver exact solver
 */
public record WishBoundCalculator(BoundSolver solver) {
    /** Effort of one part, in units of {@link BoundSolver}. */
    private static final double PART_EFFORT = 0.03;

    /** Maximum number of sets of students for each unit of effort. */
    private static final double SETS_PER_EFFORT = 2_000_000;

    /** Maximum number of parts; others get no bound. */
    private static final int MOST_PARTS = 200;

    /** Maximum number of limits of a part, and of limits, clauses and costs of the model of all rules together; larger ones take too long. */
    private static final int MOST_LIMITS = 500;

    private static final int MOST_RESTRICTIONS = 2_500;

    /**
     * A proved bound.
     *
     * @param lowerBound lower bound of the weighted soft cost, 0 or more
     * @param byRule     lower bounds of single rules by id, each more than 0
     */
    public record Bound(long lowerBound, Map<String, Long> byRule) {
        /** Copies the map. */
        public Bound {
            byRule = Map.copyOf(byRule);
        }
    }

    /**
     * Returns a lower bound of the soft cost of every plan that keeps all hard rules.
     *
     * @param compiled    the rules
     * @param mediumLimit maximum weighted medium cost of these plans, 0 or more
     * @param effort      limit of the bound of all rules together, in units of {@link BoundSolver}, which also limits the size of groupings; more than 0
     */
    public Bound bound(CompiledRules compiled, long mediumLimit, double effort) {
        if (!solver.isAvailable()) {
            return new Bound(0, Map.of());
        }
        RelaxedPlan plan = CostModelBuilder.build(compiled, mediumLimit);
        Map<List<Long>, Long> solved = new HashMap<>();
        Map<String, Long> byRule = new HashMap<>();
        var cuts = new ArrayList<Cut>();
        var joint = new ArrayList<Total>();
        long inParts = 0;
        long besides = 0;
        int parts = 0;
        for (List<Total> part : plan.independentTotals()) {
            long least = part.size() > 1 && parts++ < MOST_PARTS ? boundPart(plan.modelOf(part), solved) : 0;
            if (least > 0) {
                byRule.merge(compiled.rules().get(part.getFirst().rule()).type().id(), least, Long::sum);
            }
            inParts += least;
            if (part.stream().anyMatch(plan::hasProducts)) {
                besides += least;
            } else {
                joint.addAll(part);
                cuts.add(new Cut(part, least));
            }
        }
        CostModel all = plan.modelWithCharges(joint, cuts);
        long together = size(all) <= MOST_RESTRICTIONS && hasSoftCosts(all) ? solver.bound(all, effort) : 0;
        long groups = new GroupBound(plan, solver, Math.round(effort * SETS_PER_EFFORT)).bound();
        return new Bound(Math.max(inParts, together + besides) + groups, byRule);
    }

    private long boundPart(CostModel part, Map<List<Long>, Long> solved) {
        if (part.limits().size() > MOST_LIMITS) {
            return 0;
        }
        CanonicalModel canonical = CanonicalModel.of(part);
        return solved.computeIfAbsent(canonical.content(), fresh -> solver.bound(canonical.model(), PART_EFFORT));
    }

    private static int size(CostModel model) {
        return model.limits().size()
                + model.clauses().size()
                + model.charges().size()
                + model.totals().size();
    }

    private static boolean hasSoftCosts(CostModel model) {
        return model.totals().stream().anyMatch(one -> one.kind() == CostKind.SOFT)
                || model.charges().stream().anyMatch(one -> one.kind() == CostKind.SOFT);
    }
}
