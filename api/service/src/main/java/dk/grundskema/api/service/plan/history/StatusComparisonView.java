package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.StatusComparison;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of two revisions side by side.
 *
 * @param before    status of the first; {@code null} if it has no timetable, or a plugin that it needs is not installed
 * @param after     status of the second; {@code null} likewise
 * @param outcome   how the second compares with the first, without other plans and absences
 * @param criterion the most important criterion in which they differ; {@code null} if they are alike or not comparable
 */
public record StatusComparisonView(
        @Nullable PlanStatusView before,
        @Nullable PlanStatusView after,
        StatusComparison.Outcome outcome,
        StatusComparison.@Nullable Criterion criterion) {
    static StatusComparisonView of(@Nullable PlanStatusView before, @Nullable PlanStatusView after) {
        StatusComparison comparison = StatusComparison.of(counts(before), counts(after));
        return new StatusComparisonView(before, after, comparison.outcome(), comparison.criterion());
    }

    private static @Nullable PlanStatus counts(@Nullable PlanStatusView view) {
        return view == null ? null : view.counts();
    }
}
