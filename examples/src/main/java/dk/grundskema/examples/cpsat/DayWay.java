package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holes of somebody's day as a way through it, over what is a fact and what may be decided: each step over a hole has its price. */
final class DayWay {
    private static final int QUARTER = 15;

    private DayWay() {}

    /**
     * A stretch of a day on which somebody is on duty.
     *
     * @param when      when
     * @param isDecided whether it is a decision, otherwise a fact
     * @param works     whether it is so; {@code null} means always
     */
    record Stop(Occasion when, boolean isDecided, @Nullable Literal works) {}

    /**
     * Quarters of an hour in holes of more than one of a day, unless they are between facts.
     *
     * @param stops all stretches on which the person may be on duty that day, in order of their starts
     */
    static LinearExpr quarters(CpModel model, List<Stop> stops) {
        if (stops.stream().noneMatch(Stop::isDecided) || stops.size() < 2) {
            return LinearExpr.constant(0);
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
            follow(model, stops.get(stop), into.get(stop));
            follow(model, stops.get(stop), outOf.get(stop));
        }
        return quarters.build();
    }

    /** No way leaps over what is taught anyway. */
    private static int nextFact(List<Stop> stops, int end) {
        return stops.stream()
                .filter(one -> !one.isDecided() && one.when().start() >= end)
                .mapToInt(one -> one.when().start())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static void follow(CpModel model, Stop stop, @Nullable LinearExprBuilder steps) {
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
