package dk.grundskema.examples.cpsat;

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
 * Holes in people's days, as a way through each day: from its beginning over the slots that are worked to its end. The way takes a
 * hole where it steps over slots, and each step has its price.
 */
final class GapCosts {
    private static final long QUARTER = 15;

    private final DutyVariables duties;
    private final CpModel model;
    private final Cost cost;

    GapCosts(DutyVariables duties, Cost cost) {
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
                day(person, day);
            }
        }
    }

    private void day(int person, List<Integer> day) {
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
        into.forEach((slot, entering) -> follow(person, slot, entering));
        outOf.forEach((slot, leaving) -> follow(person, slot, leaving));
        cost.soft("core.gaps", quarters.build());
    }

    private void follow(int person, int slot, LinearExprBuilder steps) {
        BoolVar works = duties.works(person, slot);
        if (works != null) {
            model.addEquality(steps.build(), works);
        }
    }
}
