package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holes in people's days beside what is decided, as a way through each day over what they teach anyway and what they may get. Days of which
 * the same is known in several weeks are one way, at the price of all of them.
 */
final class SchoolGapCosts {
    private static final int QUARTER = 15;

    /**
     * A stretch of a day on which somebody is on duty.
     *
     * @param when      when
     * @param isDecided whether it is a decision, otherwise a fact
     * @param works     whether it is so; {@code null} means always
     */
    private record Stop(
            Occasion when, boolean isDecided, @Nullable Literal works) {}

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
        var stops = new ArrayList<Stop>();
        decided.forEach((when, there) -> stops.add(new Stop(when, true, either(there))));
        variables.facts().taught(person).forEach(when -> stops.add(new Stop(when, false, null)));
        stops.sort(Comparator.comparingInt((Stop one) -> one.when().start())
                .thenComparingInt(one -> one.when().end()));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            days(stops.stream().filter(one -> one.when().weekday() == weekday).toList())
                    .forEach(this::way);
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

    /** Stops of each sort of day, and of how many days. */
    private static Map<List<Stop>, Integer> days(List<Stop> stops) {
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
        Map<List<Stop>, Integer> days = new LinkedHashMap<>();
        count.forEach((held, often) -> days.put(held.stream().map(stops::get).toList(), often));
        return days;
    }

    private void way(List<Stop> stops, int days) {
        if (stops.stream().noneMatch(Stop::isDecided) || stops.size() < 2) {
            return;
        }
        Map<Integer, LinearExprBuilder> into = new TreeMap<>();
        Map<Integer, LinearExprBuilder> outOf = new TreeMap<>();
        var begin = new ArrayList<Literal>();
        for (int stop = 0; stop < stops.size(); stop++) {
            BoolVar first = model.newBoolVar("");
            begin.add(first);
            into.put(stop, LinearExpr.newBuilder().add(first));
            outOf.put(stop, LinearExpr.newBuilder().add(model.newBoolVar("")));
        }
        model.addAtMostOne(begin);
        var quarters = LinearExpr.newBuilder();
        for (int from = 0; from < stops.size(); from++) {
            int end = stops.get(from).when().end();
            int nextFact = nextFact(stops, end);
            for (int to = 0; to < stops.size(); to++) {
                int hole = stops.get(to).when().start() - end;
                if (hole >= 0 && stops.get(to).when().start() <= nextFact) {
                    BoolVar step = model.newBoolVar("");
                    Objects.requireNonNull(into.get(to)).add(step);
                    Objects.requireNonNull(outOf.get(from)).add(step);
                    boolean isCharged =
                            stops.get(from).isDecided() || stops.get(to).isDecided();
                    quarters.addTerm(step, isCharged && hole > QUARTER ? hole / QUARTER : 0);
                }
            }
        }
        for (int stop = 0; stop < stops.size(); stop++) {
            follow(stops.get(stop), into.get(stop));
            follow(stops.get(stop), outOf.get(stop));
        }
        cost.soft("core.gaps", quarters.build(), days);
    }

    /** No way leaps over what is taught anyway. */
    private static int nextFact(List<Stop> stops, int end) {
        return stops.stream()
                .filter(one -> !one.isDecided() && one.when().start() >= end)
                .mapToInt(one -> one.when().start())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void follow(Stop stop, @Nullable LinearExprBuilder steps) {
        if (steps == null) {
            return;
        }
        if (stop.works() == null) {
            model.addEquality(steps.build(), 1);
        } else {
            model.addEquality(steps.build(), stop.works());
        }
    }
}
