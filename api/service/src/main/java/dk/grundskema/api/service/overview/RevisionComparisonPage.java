package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.planning.comparison.ParticipationChange;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter.PartPair;
import dk.grundskema.api.planning.status.StatusComparison;
import dk.grundskema.api.platform.page.PageHead;
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
 * @param beforeName   name of the earlier one of the two within a sentence; of the revision itself if they belong to different plans
 * @param afterName    name of the other one within a sentence
 * @param choices      revisions to compare with, latest first
 * @param difference   the differences; {@code null} if there is no comparison
 * @param styleAddress address of the style sheet of both timetables; empty if neither is shown
 * @param miniTimetables small timetables side by side, the earlier one first; empty if they are too large or missing
 */
public record RevisionComparisonPage(
        String plan,
        long version,
        boolean mayEdit,
        HistoryPage.RevisionSummary step,
        HistoryPage.RevisionSummary other,
        String beforeName,
        String afterName,
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
     * @param asked         descriptions of what was asked differently, with old and new values
     * @param renamed       descriptions of other changes of the problem: names, addresses and locks
     * @param status        the status of both
     * @param hasTimetables whether both have a timetable
     * @param sessions      number of sessions that differ
     * @param classes       classes and teams that differ
     * @param people        staff who differ
     * @param changes       descriptions of these changes, grouped by kind
     * @param wishes        wishes that cost more or less
     * @param before        fulfilment of the requirements by the first one, in words; empty if it has no timetable
     * @param after         fulfilment by the other one
     * @param asks          requirements that are fulfilled to different degrees
     */
    public record RevisionDifference(
            List<String> asked,
            List<String> renamed,
            StatusPair status,
            boolean hasTimetables,
            int sessions,
            List<ParticipationChange> classes,
            List<ParticipationChange> people,
            List<TimetableChangeFormatter.ChangeCategory> changes,
            List<WishChange> wishes,
            String before,
            String after,
            List<AskChange> asks) {
        /** Copies the lists. */
        public RevisionDifference {
            asked = List.copyOf(asked);
            renamed = List.copyOf(renamed);
            classes = List.copyOf(classes);
            people = List.copyOf(people);
            changes = List.copyOf(changes);
            wishes = List.copyOf(wishes);
            asks = List.copyOf(asks);
        }

        /** Returns whether there are no differences. */
        public boolean isNothing() {
            return hasTimetables
                    && status.outcome() == StatusComparison.Outcome.ALIKE
                    && asked.isEmpty()
                    && renamed.isEmpty()
                    && changes.isEmpty()
                    && wishes.isEmpty()
                    && asks.isEmpty();
        }
    }

    /**
     * The status of both revisions.
     *
     * @param parts     the parts in words; empty if neither has a status
     * @param before    whether the first one has a status
     * @param after     whether the other one has a status
     * @param outcome   how the other one compares with the first
     * @param verdict   which is better and why, or why neither is called better, as a sentence
     */
    public record StatusPair(
            List<PartPair> parts,
            StatusState before,
            StatusState after,
            StatusComparison.Outcome outcome,
            String verdict) {
        /** Copies the list. */
        public StatusPair {
            parts = List.copyOf(parts);
        }
    }

    /** Whether a revision has a status. */
    public enum StatusState {
        /** It has one. */
        KNOWN,
        /** It has no timetable. */
        NO_TIMETABLE,
        /** A plugin that it needs is not installed. */
        PLUGIN_MISSING
    }

    /**
     * Cost of a wish in both revisions.
     *
     * @param name   name of the wish
     * @param before weighted penalty in the first one
     * @param after  weighted penalty in the other one
     */
    public record WishChange(String name, long before, long after) {}

    /**
     * Fulfilment of a requirement in both revisions.
     *
     * @param name   the requirement
     * @param before what the first one gives of what it asks, in words; empty if not required there
     * @param after  what the other one gives of what it asks, in words; empty if not required there
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
