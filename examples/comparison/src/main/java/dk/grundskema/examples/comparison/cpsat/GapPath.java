package dk.grundskema.examples.comparison.cpsat;

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

/**
 * Models the gaps in a person's day as a path through it, over existing and possible duties. Each step over a gap has a cost.
 */
final class GapPath {
    private static final int QUARTER = 15;

    private GapPath() {}

    /**
     * A stretch of a day on which a person is on duty.
     *
     * @param when      its time
     * @param isDecided whether it is a decision, otherwise a fact
     * @param works     whether it takes place; {@code null} means always
     */
    record DayStretch(
            WeekdayTime when, boolean isDecided, @Nullable Literal works) {}

    /**
     * Returns the quarters of an hour in a day's gaps longer than one quarter, except gaps between facts.
     *
     * @param stops all stretches on which the person may be on duty that day, ordered by start
     */
    static LinearExpr gapQuarters(CpModel model, List<DayStretch> stops) {
        if (stops.stream().noneMatch(DayStretch::isDecided) || stops.size() < 2) {
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
            int nextFact = startOfNextFact(stops, end);
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
            constrainSteps(model, stops.get(stop), into.get(stop));
            constrainSteps(model, stops.get(stop), outOf.get(stop));
        }
        return quarters.build();
    }

    /** No path skips existing lessons. */
    private static int startOfNextFact(List<DayStretch> stops, int end) {
        return stops.stream()
                .filter(one -> !one.isDecided() && one.when().start() >= end)
                .mapToInt(one -> one.when().start())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static void constrainSteps(CpModel model, DayStretch stop, @Nullable LinearExprBuilder steps) {
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
