package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.status.StatusComparison;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of two revisions side by side.
 *
 * @param before    status of the first; {@code null} if it has no timetable, or a plugin that it needs is not installed
 * @param after     status of the second; {@code null} likewise
 * @param outcome   how the second compares with the first, without conflicts with other plans
 * @param criterion the most important criterion in which they differ; {@code null} unless one is better
 * @param verdict   which is better and why, or why neither is called better, as a sentence
 */
public record StatusComparisonView(
        @Nullable PlanStatusView before,
        @Nullable PlanStatusView after,
        StatusComparison.Outcome outcome,
        StatusComparison.@Nullable Criterion criterion,
        String verdict) {}
