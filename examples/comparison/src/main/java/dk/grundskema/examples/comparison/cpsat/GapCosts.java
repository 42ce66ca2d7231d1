package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Costs of gaps in people's days, modelled as a path through each day from its start over the worked slots to its end. A step
 * over unworked slots is a gap, and each step has its cost.
 */
final class GapCosts {
    private static final long QUARTER = 15;

    private final DutyVariables duties;
    private final CpModel model;
    private final CampObjective cost;

    GapCosts(DutyVariables duties, CampObjective cost) {
        this.duties = duties;
        this.model = duties.model();
        this.cost = cost;
    }

    void add() {
        var days = new LinkedHashMap<Object, List<Integer>>();
        for (int slot = 0; slot < duties.slots().size(); slot++) {
            days.computeIfAbsent(duties.slots().get(slot).date(), any -> new ArrayList<>())
                    .add(slot);
        }
        for (int person = 0; person < duties.facts().staff().size(); person++) {
            for (List<Integer> day : days.values()) {
                addDay(person, day);
            }
        }
    }

    private void addDay(int person, List<Integer> day) {
        Map<Integer, LinearExprBuilder> into = new LinkedHashMap<>();
        Map<Integer, LinearExprBuilder> outOf = new LinkedHashMap<>();
        var begin = new ArrayList<Literal>();
        for (int slot : day) {
            if (duties.works(person, slot) != null) {
                BoolVar first = model.newBoolVar("");
                begin.add(first);
                into.put(slot, LinearExpr.newBuilder().add(first));
                outOf.put(slot, LinearExpr.newBuilder().add(model.newBoolVar("")));
            }
        }
        if (begin.size() < 2) {
            return;
        }
        model.addAtMostOne(begin);
        var quarters = LinearExpr.newBuilder();
        into.forEach((to, entering) -> outOf.forEach((from, leaving) -> {
            long hole =
                    duties.slots().get(to).start() - duties.slots().get(from).end();
            if (from < to && hole >= 0) {
                BoolVar step = model.newBoolVar("");
                entering.add(step);
                leaving.add(step);
                quarters.addTerm(step, hole > QUARTER ? hole / QUARTER : 0);
            }
        }));
        into.forEach((slot, entering) -> constrainSteps(person, slot, entering));
        outOf.forEach((slot, leaving) -> constrainSteps(person, slot, leaving));
        cost.addSoft("core.gaps", quarters.build());
    }

    private void constrainSteps(int person, int slot, LinearExprBuilder steps) {
        BoolVar works = duties.works(person, slot);
        if (works != null) {
            model.addEquality(steps.build(), works);
        }
    }
}
