package dk.grundskema.api.server.plans;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.ComparisonViews.AskComparison;
import dk.grundskema.api.server.plans.ComparisonViews.ComparisonView;
import dk.grundskema.api.server.plans.ComparisonViews.FidelityComparison;
import dk.grundskema.api.server.plans.ComparisonViews.Given;
import dk.grundskema.api.server.plans.ComparisonViews.RuleComparison;
import dk.grundskema.api.server.plans.ComparisonViews.TimetableComparison;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between two revisions, for pages. */
@Component
public class Differences {
    private final RevisionController revisions;

    Differences(RevisionController revisions) {
        this.revisions = revisions;
    }

    /**
     * What differs from one revision to another.
     *
     * @param problem    parts of what is planned that differ, in words
     * @param timetables what differs in the timetables; {@code null} unless both have one that can be read here
     */
    public record Difference(List<String> problem, @Nullable OfTimetables timetables) {
        /** Copies the list. */
        public Difference {
            problem = List.copyOf(problem);
        }
    }

    /**
     * What differs between two timetables.
     *
     * @param sessions how many sessions are held otherwise
     * @param changes  in words, each kind under a heading
     * @param rules    rules that are broken more or less often
     * @param before   how much the one meets of what is asked, in words
     * @param after    how much the other does
     * @param asks     what is asked of which they give different amounts
     */
    public record OfTimetables(
            int sessions,
            List<ChangeWords.Kind> changes,
            List<OfRule> rules,
            String before,
            String after,
            List<OfAsk> asks) {
        /** Copies the lists. */
        public OfTimetables {
            changes = List.copyOf(changes);
            rules = List.copyOf(rules);
            asks = List.copyOf(asks);
        }
    }

    /**
     * How often a rule is broken.
     *
     * @param name   what the rule is called
     * @param isWish whether it is only wished for
     * @param before how often in the one
     * @param after  how often in the other
     */
    public record OfRule(String name, boolean isWish, int before, int after) {}

    /**
     * What both give of something that is asked.
     *
     * @param name   what is asked, and of what
     * @param before how much the one gives; empty means that it isn't asked there
     * @param after  how much the other does; empty likewise
     */
    public record OfAsk(String name, String before, String after) {}

    /**
     * What differs. Whose names it tells is up to what the caller may see.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if the caller may not see either
     */
    public Difference of(RevisionId before, RevisionId after, Caller caller) {
        ComparisonView view = revisions.compare(before, after, caller);
        List<String> problem =
                view.problem().stream().map(ComparisonViews.PartView::text).toList();
        TimetableComparison timetable = view.timetable();
        FidelityComparison fidelity = view.fidelity();
        return new Difference(problem, timetable == null || fidelity == null ? null : timetables(timetable, fidelity));
    }

    private static OfTimetables timetables(TimetableComparison timetable, FidelityComparison fidelity) {
        return new OfTimetables(
                timetable.sessions(),
                timetable.changes(),
                timetable.rules().stream()
                        .map(Differences::rule)
                        .filter(one -> one.before() != one.after())
                        .toList(),
                fidelity.before(),
                fidelity.after(),
                fidelity.asks().stream()
                        .map(Differences::ask)
                        .filter(one -> !one.before().equals(one.after()))
                        .toList());
    }

    private static OfRule rule(RuleComparison one) {
        return new OfRule(one.name(), one.level() == Level.SOFT, count(one.before()), count(one.after()));
    }

    private static int count(@Nullable RuleResult result) {
        return result == null ? 0 : result.count();
    }

    private static OfAsk ask(AskComparison one) {
        return new OfAsk(one.section() + ": " + one.name(), given(one.before()), given(one.after()));
    }

    private static String given(@Nullable Given given) {
        return given == null ? "" : given.given();
    }
}
