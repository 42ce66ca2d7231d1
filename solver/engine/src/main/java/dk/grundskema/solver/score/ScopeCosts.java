package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.RuledScope;
import java.util.Arrays;

/**
 * What local rules charge for their scopes. A scope is worked out anew only when something changed that its last cost had
 * looked at: costs are pure, so nothing else can change them.
 */
final class ScopeCosts {
    private final CompiledRules compiled;
    private final long[] costs;
    private final int[] reads;
    private final Marks dirty;

    ScopeCosts(CompiledRules compiled) {
        this.compiled = compiled;
        this.costs = new long[compiled.scopes().size()];
        this.reads = new int[costs.length];
        this.dirty = new Marks(costs.length);
    }

    void clear() {
        Arrays.fill(costs, 0);
        for (int scope = 0; scope < costs.length; scope++) {
            dirty.mark(scope);
        }
    }

    /** Something of one {@link Aspect} changed that these scopes may look at. */
    void mark(int[] scopes, int aspect) {
        for (int scope : scopes) {
            if ((reads[scope] & aspect) != 0) {
                dirty.mark(scope);
            }
        }
    }

    void settle(ScopeAt view, SumCharge charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            int number = dirty.get(i);
            RuledScope scope = compiled.scopes().get(number);
            charge.total = 0;
            scope.cost().of(scope.scope().scope(), view.at(scope.scope()), charge);
            penalties.add(scope.rule(), charge.total - costs[number]);
            costs[number] = charge.total;
            reads[number] = view.read();
        }
        dirty.clear();
    }
}
