package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.ComparisonViews.AskComparison;
import dk.grundskema.api.service.plan.history.ComparisonViews.AskOutcome;
import dk.grundskema.api.service.plan.history.ComparisonViews.ComparisonView;
import dk.grundskema.api.service.plan.history.ComparisonViews.FidelityComparison;
import dk.grundskema.api.service.plan.history.ComparisonViews.RuleComparison;
import dk.grundskema.api.service.plan.history.ComparisonViews.TimetableComparison;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares two revisions for pages. */
@Component
public class RevisionDifferenceFinder {
    private final RevisionController revisions;

    RevisionDifferenceFinder(RevisionController revisions) {
        this.revisions = revisions;
    }

    /**
     * The differences between two revisions.
     *
     * @param problem    descriptions of differing parts of the problem
     * @param timetables differences between the timetables; {@code null} unless both have one that can be read
     */
    public record DifferenceSummary(
            List<String> problem, @Nullable TimetableDifference timetables) {
        /** Copies the list. */
        public DifferenceSummary {
            problem = List.copyOf(problem);
        }
    }

    /**
     * The differences between two timetables.
     *
     * @param sessions number of sessions that differ
     * @param changes  descriptions, by category
     * @param rules    rules with different numbers of violations
     * @param before   share of the requirements met by the first
     * @param after    share of the requirements met by the second
     * @param asks     requirements that are met differently
     */
    public record TimetableDifference(
            int sessions,
            List<TimetableChangeFormatter.ChangeCategory> changes,
            List<RuleCountDifference> rules,
            String before,
            String after,
            List<AskDifference> asks) {
        /** Copies the lists. */
        public TimetableDifference {
            changes = List.copyOf(changes);
            rules = List.copyOf(rules);
            asks = List.copyOf(asks);
        }
    }

    /**
     * Violations of a rule in both timetables.
     *
     * @param name   name of the rule
     * @param isWish whether the rule is soft
     * @param before number of violations in the first
     * @param after  number of violations in the second
     */
    public record RuleCountDifference(String name, boolean isWish, int before, int after) {}

    /**
     * A requirement that is met differently.
     *
     * @param name   requirement and the intervention it belongs to
     * @param before amount given by the first; empty if it is not required there
     * @param after  amount given by the second; empty likewise
     */
    public record AskDifference(String name, String before, String after) {}

    /**
     * Compares two revisions. Names are disclosed according to the caller's permissions.
     *
     * @throws dk.grundskema.api.service.http.Refusal 404 if the caller may not see both
     */
    public DifferenceSummary find(RevisionId before, RevisionId after, Caller caller) {
        ComparisonView view = revisions.compare(before, after, caller);
        List<String> problem =
                view.problem().stream().map(ComparisonViews.PartView::text).toList();
        TimetableComparison timetable = view.timetable();
        FidelityComparison fidelity = view.fidelity();
        return new DifferenceSummary(
                problem, timetable == null || fidelity == null ? null : timetableDifference(timetable, fidelity));
    }

    private static TimetableDifference timetableDifference(TimetableComparison timetable, FidelityComparison fidelity) {
        return new TimetableDifference(
                timetable.sessions(),
                timetable.changes(),
                timetable.rules().stream()
                        .map(RevisionDifferenceFinder::ruleCountDifference)
                        .filter(one -> one.before() != one.after())
                        .toList(),
                fidelity.before(),
                fidelity.after(),
                fidelity.asks().stream()
                        .map(RevisionDifferenceFinder::askDifference)
                        .filter(one -> !one.before().equals(one.after()))
                        .toList());
    }

    private static RuleCountDifference ruleCountDifference(RuleComparison one) {
        return new RuleCountDifference(one.name(), one.level() == Level.SOFT, count(one.before()), count(one.after()));
    }

    private static int count(@Nullable RuleResult result) {
        return result == null ? 0 : result.count();
    }

    private static AskDifference askDifference(AskComparison one) {
        return new AskDifference(one.section() + ": " + one.name(), givenText(one.before()), givenText(one.after()));
    }

    private static String givenText(@Nullable AskOutcome given) {
        return given == null ? "" : given.given();
    }
}
