package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.RuledScope;
import java.util.Arrays;

/**
 * The current costs of local rules per scope. A scope is recomputed only when an aspect changed that its last
 * computation read. Cost functions are pure, so nothing else can change their result.
 */
final class ScopeCosts {
    private final CompiledRules compiled;
    private final long[] costs;
    private final long[] reads;
    private final DirtyIndexSet dirty;
    private final CostLog log;

    ScopeCosts(CompiledRules compiled, CostLog log) {
        this.compiled = compiled;
        this.costs = new long[compiled.scopes().size()];
        this.reads = new long[costs.length];
        this.dirty = new DirtyIndexSet(costs.length);
        this.log = log;
    }

    void clear() {
        Arrays.fill(costs, 0);
        for (int scope = 0; scope < costs.length; scope++) {
            dirty.mark(scope);
        }
    }

    /** Marks the scopes that read an aspect for recomputation. */
    void mark(int[] scopes, int aspect) {
        for (int scope : scopes) {
            if ((reads[scope] & aspect) != 0) {
                dirty.mark(scope);
            }
        }
    }

    void settle(ArrayScopeView view, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            int number = dirty.get(i);
            RuledScope scope = compiled.scopes().get(number);
            charge.total = 0;
            scope.cost().charge(scope.scope().scope(), view.useScope(scope.scope()), charge);
            penalties.add(scope.rule(), charge.total - costs[number]);
            log.set(costs, number, charge.total);
            log.set(reads, number, view.readAspects());
        }
        dirty.clear();
    }

    /** Forgets which scopes changed. */
    void forgetChanges() {
        dirty.clear();
    }
}
