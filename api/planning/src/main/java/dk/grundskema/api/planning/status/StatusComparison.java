package dk.grundskema.api.planning.status;

import org.jspecify.annotations.Nullable;

/**
 * Which of two plans is better. Plans of different questions are not compared, nor plans with somebody in them who is reported absent: fewer shortfalls or a
 * lower cost then say nothing about the plan. Conflicts with other plans do not count: they belong to the plan that people work by, whatever it contains.
 *
 * @param outcome   how the second plan compares with the first
 * @param criterion the first criterion, in the order of their declaration, in which they differ; {@code null} unless one is better
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
        /** Not comparable: at least one of them has no status. */
        NOT_COMPARABLE,
        /** Not comparable: other needs, people, rooms or rules were given, so their figures answer different questions. */
        ASKED_DIFFERENTLY,
        /** Not comparable: somebody who is reported absent has a duty in at least one of them at that time. */
        SOMEBODY_AWAY;

        /** Returns whether the plans could be compared. */
        public boolean isComparison() {
            return switch (this) {
                case BETTER, WORSE, ALIKE -> true;
                case NOT_COMPARABLE, ASKED_DIFFERENTLY, SOMEBODY_AWAY -> false;
            };
        }
    }

    /** What plans are compared by, most important first. */
    public enum Criterion {
        /** Broken hard rules. */
        CONFLICTS,
        /** Vacant required seats. */
        OPEN_SEATS,
        /** Requirements that are not met, other broken medium rules, and what is not planned; also what the planner accepted. */
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
                            + status.studentsWithoutGroup()
                            + status.acceptedShortfalls();
                case WISHES -> status.wishCost();
            };
        }
    }

    /**
     * Compares two plans.
     *
     * @param before             status of the first; {@code null} if it has none
     * @param after              status of the second; {@code null} if it has none
     * @param isAskedDifferently whether the two are made from problems that ask different things
     * @param isSomebodyAway     whether somebody has a duty in one of them during a reported absence
     */
    public static StatusComparison of(
            @Nullable PlanStatus before,
            @Nullable PlanStatus after,
            boolean isAskedDifferently,
            boolean isSomebodyAway) {
        if (before == null || after == null) {
            return new StatusComparison(Outcome.NOT_COMPARABLE, null);
        }
        if (isAskedDifferently) {
            return new StatusComparison(Outcome.ASKED_DIFFERENTLY, null);
        }
        if (isSomebodyAway || before.absentStaff() > 0 || after.absentStaff() > 0) {
            return new StatusComparison(Outcome.SOMEBODY_AWAY, null);
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
