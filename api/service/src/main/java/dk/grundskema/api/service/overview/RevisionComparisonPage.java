package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.page.PageHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page of a revision, compared with another one.
 *
 * @param plan         id of the plan
 * @param version      plan version on which changes are based
 * @param mayEdit      whether the visitor may restore or publish the revision
 * @param step         the revision
 * @param other        revision to compare with; the same one if there is no comparison
 * @param name         name of the revision within a sentence
 * @param otherName    name of the other revision within a sentence
 * @param choices      revisions to compare with, latest first
 * @param difference   the differences; {@code null} if there is no comparison
 * @param styleAddress address of the style sheet of both timetables; empty if neither is shown
 * @param miniTimetables small timetables side by side, this one first; empty if they are too large or missing
 */
public record RevisionComparisonPage(
        String plan,
        long version,
        boolean mayEdit,
        HistoryPage.RevisionSummary step,
        HistoryPage.RevisionSummary other,
        String name,
        String otherName,
        List<HistoryPage.RevisionSummary> choices,
        @Nullable RevisionDifference difference,
        String styleAddress,
        List<MiniTimetable> miniTimetables) {
    /** Copies the lists. */
    public RevisionComparisonPage {
        choices = List.copyOf(choices);
        miniTimetables = List.copyOf(miniTimetables);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        PageHead head = PageHead.of(texts -> texts.text("revision", step.number()))
                .withStyle("history.css")
                .withFullWidth();
        return styleAddress.isEmpty() ? head : head.withStyle(styleAddress);
    }

    /**
     * Differences.
     *
     * @param problem       descriptions of changes of the problem
     * @param hasTimetables whether both have a timetable
     * @param sessions      number of sessions that differ
     * @param changes       descriptions of these changes, grouped by kind
     * @param rules         rules with another number of violations
     * @param before        fulfilment of the requirements by the first one, in words; empty if it has no timetable
     * @param after         fulfilment by the other one
     * @param asks          requirements that are fulfilled to different degrees
     */
    public record RevisionDifference(
            List<String> problem,
            boolean hasTimetables,
            int sessions,
            List<TimetableChangeFormatter.ChangeCategory> changes,
            List<RuleChange> rules,
            String before,
            String after,
            List<AskChange> asks) {
        /** Copies the lists. */
        public RevisionDifference {
            problem = List.copyOf(problem);
            changes = List.copyOf(changes);
            rules = List.copyOf(rules);
            asks = List.copyOf(asks);
        }

        /** Returns whether there are no differences. */
        public boolean isNothing() {
            return problem.isEmpty() && changes.isEmpty() && rules.isEmpty() && asks.isEmpty();
        }
    }

    /**
     * Violations of a rule in both revisions.
     *
     * @param name   name of the rule
     * @param isWish whether the rule is soft
     * @param before violations in the first one
     * @param after  violations in the other one
     */
    public record RuleChange(String name, boolean isWish, int before, int after) {}

    /**
     * Fulfilment of a requirement in both revisions.
     *
     * @param name   the requirement
     * @param before amount in the first one; empty if not required there
     * @param after  amount in the other one; empty if not required there
     */
    public record AskChange(String name, String before, String after) {}

    /**
     * A small timetable.
     *
     * @param name  display name
     * @param weeks the first weeks
     */
    public record MiniTimetable(String name, List<TimetableOverview.Week> weeks) {
        /** Copies the list. */
        public MiniTimetable {
            weeks = List.copyOf(weeks);
        }
    }
}
