package dk.grundskema.solver.engine;

import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.EarlierIdMatcher;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Keeps the ids of groups and sessions of the timetable that is continued, unless this worsens the score. */
final class IdPreserver {
    private static final Comparator<Score> BETTER = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    private final PreparedPlan prepared;
    private final @Nullable EarlierIdMatcher namesakes;

    IdPreserver(PreparedPlan prepared, @Nullable Timetable reference) {
        this.prepared = prepared;
        this.namesakes = reference == null ? null : new EarlierIdMatcher(prepared.blueprint(), reference);
    }

    /**
     * Returns the plan with the ids of the earlier one. If rules treat interchangeable groups differently and the score
     * would become worse, returns the values unchanged.
     */
    int[] preserveIds(int[] values) {
        if (namesakes == null) {
            return values;
        }
        int[] named = namesakes.withEarlierIds(values);
        return Arrays.equals(named, values) || BETTER.compare(score(named), score(values)) < 0 ? values : named;
    }

    private Score score(int[] values) {
        return PlanEvaluation.of(prepared.rules(), values).score();
    }
}
