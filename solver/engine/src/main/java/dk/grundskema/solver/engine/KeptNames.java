package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.mapping.Namesakes;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Lets groups and sessions keep the ids of the timetable that is continued, unless a rule would be broken more by it. */
final class KeptNames {
    private static final Comparator<Score> BETTER = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    private final PreparedPlan prepared;
    private final @Nullable Namesakes namesakes;

    KeptNames(PreparedPlan prepared, @Nullable Timetable reference) {
        this.prepared = prepared;
        this.namesakes = reference == null ? null : new Namesakes(prepared.blueprint(), reference);
    }

    /** The same plan under the names of the earlier one. Rules may treat alike groups differently; then they stay as they are. */
    int[] of(int[] values) {
        if (namesakes == null) {
            return values;
        }
        int[] named = namesakes.kept(values);
        return Arrays.equals(named, values) || BETTER.compare(score(named), score(values)) < 0 ? values : named;
    }

    private Score score(int[] values) {
        return Evaluation.of(prepared.rules(), values).score();
    }
}
