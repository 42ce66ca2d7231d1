package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.api.service.plan.history.RevisionComparison.FidelityComparison;
import dk.grundskema.api.service.plan.history.RevisionComparison.PartDifference;
import dk.grundskema.api.service.plan.history.RevisionComparison.TimetableComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of the differences between two revisions. */
final class ComparisonViews {
    private ComparisonViews() {}

    /**
     * What differs from one revision to another.
     *
     * @param before    the one
     * @param after     the other
     * @param problem   parts of the problem that differ: what was asked differently
     * @param status    the status of both, and which is better if that can be said
     * @param timetable what differs in the timetable; {@code null} unless both have one and its plugins are here
     * @param fidelity  what each gives of what is asked; {@code null} likewise
     */
    record ComparisonView(
            RevisionView before,
            RevisionView after,
            List<PartView> problem,
            StatusComparisonView status,
            @Nullable TimetableComparison timetable,
            @Nullable FidelityComparison fidelity) {}

    /**
     * A part of the problem that differs.
     *
     * @param part   the problem's field that it is in
     * @param kind   what became of it
     * @param id     its id; empty if it has none
     * @param asks   whether something else is asked by it; names, addresses and locks ask nothing
     * @param text   the same in words, with old and new values
     * @param fields what of it differs; empty unless it changed. Of students only where they may be seen
     */
    record PartView(
            String part, ProblemChanges.Kind kind, String id, boolean asks, String text, List<FieldChange> fields) {
        static PartView of(PartDifference one) {
            return new PartView(one.part(), one.kind(), one.id(), one.isAsking(), one.text(), one.fields());
        }
    }
}
