package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holes in people's days beside what is decided, as a way through each day over what they teach anyway and what they may get. Days of which
 * the same is known in several weeks are one way, at the price of all of them.
 */
final class SchoolGapCosts {
    private final SchoolVariables variables;
    private final CpModel model;
    private final SchoolCost cost;

    SchoolGapCosts(SchoolVariables variables, SchoolCost cost) {
        this.variables = variables;
        this.model = variables.model();
        this.cost = cost;
    }

    void add() {
        for (int person = 0; person < variables.facts().staff().size(); person++) {
            if (!variables.duties(person).isEmpty()) {
                person(person);
            }
        }
    }

    private void person(int person) {
        Map<Occasion, List<Literal>> decided = new LinkedHashMap<>();
        for (SchoolVariables.Duty duty : variables.duties(person)) {
            decided.computeIfAbsent(duty.when(), any -> new ArrayList<>()).add(duty.there());
        }
        var stops = new ArrayList<DayWay.Stop>();
        decided.forEach((when, there) -> stops.add(new DayWay.Stop(when, true, either(there))));
        variables.facts().taught(person).forEach(when -> stops.add(new DayWay.Stop(when, false, null)));
        stops.sort(Comparator.comparingInt((DayWay.Stop one) -> one.when().start())
                .thenComparingInt(one -> one.when().end()));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            days(stops.stream().filter(one -> one.when().weekday() == weekday).toList())
                    .forEach((day, often) -> cost.soft("core.gaps", DayWay.quarters(model, day), often));
        }
    }

    private Literal either(List<Literal> some) {
        if (some.size() == 1) {
            return some.getFirst();
        }
        BoolVar any = model.newBoolVar("");
        model.addEquality(LinearExpr.sum(some.toArray(Literal[]::new)), any);
        return any;
    }

    /** DayWay.Stops of each sort of day, and of how many days. */
    private static Map<List<DayWay.Stop>, Integer> days(List<DayWay.Stop> stops) {
        var weeks = new TreeSet<IsoWeek>();
        stops.forEach(one -> weeks.addAll(one.when().weeks()));
        Map<List<Integer>, Integer> count = new LinkedHashMap<>();
        for (IsoWeek week : weeks) {
            var held = new ArrayList<Integer>();
            for (int i = 0; i < stops.size(); i++) {
                if (stops.get(i).when().weeks().contains(week)) {
                    held.add(i);
                }
            }
            count.merge(held, 1, Integer::sum);
        }
        Map<List<DayWay.Stop>, Integer> days = new LinkedHashMap<>();
        count.forEach((held, often) -> days.put(held.stream().map(stops::get).toList(), often));
        return days;
    }
}
