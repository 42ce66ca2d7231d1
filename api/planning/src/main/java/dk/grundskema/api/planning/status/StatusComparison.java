package dk.grundskema.api.planning.status;

import org.jspecify.annotations.Nullable;

/**
 * Which of two plans is better, by their statuses without other plans and absences: these belong to the plan that people work by, whatever it contains.
 *
 * @param outcome   how the second plan compares with the first
 * @param criterion the first criterion, in the order of their declaration, in which they differ; {@code null} if they are alike or not comparable
 */
public record StatusComparison(Outcome outcome, @Nullable Criterion criterion) {
    /** How a plan compares with an earlier one. */
    public enum Outcome {
        /** It is better. */
        BETTER,
        /** It is worse. */
        WORSE,
        /** Neither is better. */
        ALIKE,
        /** At least one of them has no status. */
        NOT_COMPARABLE
    }

    /** What plans are compared by, most important first. */
    public enum Criterion {
        /** Broken hard rules. */
        CONFLICTS,
        /** Vacant required seats. */
        OPEN_SEATS,
        /** Requirements that are not met, other broken medium rules, and what is not planned. */
        SHORTFALLS,
        /** Cost of unmet wishes. */
        WISHES;

        private long amount(PlanStatus status) {
            return switch (this) {
                case CONFLICTS -> status.conflicts();
                case OPEN_SEATS -> status.openSeats();
                case SHORTFALLS ->
                    status.guideShortfalls()
                            + status.otherShortfalls()
                            + status.unplannedSessions()
                            + status.studentsWithoutGroup();
                case WISHES -> status.wishCost();
            };
        }
    }

    /**
     * Compares two plans.
     *
     * @param before status of the first; {@code null} if it has none
     * @param after  status of the second; {@code null} if it has none
     */
    public static StatusComparison of(@Nullable PlanStatus before, @Nullable PlanStatus after) {
        if (before == null || after == null) {
            return new StatusComparison(Outcome.NOT_COMPARABLE, null);
        }
        for (Criterion criterion : Criterion.values()) {
            int order = Long.compare(criterion.amount(after), criterion.amount(before));
            if (order != 0) {
                return new StatusComparison(order < 0 ? Outcome.BETTER : Outcome.WORSE, criterion);
            }
        }
        return new StatusComparison(Outcome.ALIKE, null);
    }
}
