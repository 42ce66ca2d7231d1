package dk.grundskema.examples.comparison.cpsat;

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
 * Costs of gaps in people's days, as a path through each day over existing lessons and possible duties. Days that are alike in
 * several weeks share one path, at the cost of all of them.
 */
final class SchoolGapCosts {
    private final SchoolVariables variables;
    private final CpModel model;
    private final SchoolObjective cost;

    SchoolGapCosts(SchoolVariables variables, SchoolObjective cost) {
        this.variables = variables;
        this.model = variables.model();
        this.cost = cost;
    }

    void add() {
        for (int person = 0; person < variables.facts().staff().size(); person++) {
            if (!variables.duties(person).isEmpty()) {
                addPerson(person);
            }
        }
    }

    private void addPerson(int person) {
        Map<WeekdayTime, List<Literal>> decided = new LinkedHashMap<>();
        for (SchoolVariables.PossibleDuty duty : variables.duties(person)) {
            decided.computeIfAbsent(duty.when(), any -> new ArrayList<>()).add(duty.there());
        }
        var stops = new ArrayList<GapPath.DayStretch>();
        decided.forEach((when, there) -> stops.add(new GapPath.DayStretch(when, true, anyOf(there))));
        variables.facts().taughtTimes(person).forEach(when -> stops.add(new GapPath.DayStretch(when, false, null)));
        stops.sort(
                Comparator.comparingInt((GapPath.DayStretch one) -> one.when().start())
                        .thenComparingInt(one -> one.when().end()));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            stretchesPerDay(stops.stream()
                            .filter(one -> one.when().weekday() == weekday)
                            .toList())
                    .forEach((day, often) -> cost.addSoft("core.gaps", GapPath.gapQuarters(model, day), often));
        }
    }

    private Literal anyOf(List<Literal> some) {
        if (some.size() == 1) {
            return some.getFirst();
        }
        BoolVar any = model.newBoolVar("");
        model.addEquality(LinearExpr.sum(some.toArray(Literal[]::new)), any);
        return any;
    }

    /** Returns the stretches of each kind of day, and the number of such days. */
    private static Map<List<GapPath.DayStretch>, Integer> stretchesPerDay(List<GapPath.DayStretch> stops) {
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
        Map<List<GapPath.DayStretch>, Integer> days = new LinkedHashMap<>();
        count.forEach((held, often) -> days.put(held.stream().map(stops::get).toList(), often));
        return days;
    }
}
