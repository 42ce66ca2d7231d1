package dk.grundskema.api.web.app.history;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.timetable.Overview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one revision of a plan, with what differs from it to another.
 *
 * @param plan       id of the plan
 * @param version    the plan's version, on which changes are based
 * @param mayEdit    whether the visitor may go back to it and publish it
 * @param step       the revision
 * @param other      the one that it is compared to; itself means that nothing is
 * @param name       what the revision is called in a sentence
 * @param otherName  what the other one is called there
 * @param choices    those that it can be compared to, the latest first
 * @param difference what differs; {@code null} if it is compared to itself
 * @param looks      address of the style of both timetables; empty if neither is shown
 * @param glances    the timetables side by side, this one first; none if they are too large, or there are none
 */
public record RevisionPage(
        String plan,
        long version,
        boolean mayEdit,
        HistoryPage.Step step,
        HistoryPage.Step other,
        String name,
        String otherName,
        List<HistoryPage.Step> choices,
        @Nullable Difference difference,
        String looks,
        List<Glance> glances) {
    /** Copies the lists. */
    public RevisionPage {
        choices = List.copyOf(choices);
        glances = List.copyOf(glances);
    }

    /**
     * What differs.
     *
     * @param problem  parts of what is planned that differ, in words
     * @param hasTimetables whether both have a timetable
     * @param sessions how many sessions are held otherwise
     * @param changes  the same in words, each kind under a heading
     * @param rules    rules that are broken more or less often
     * @param before   how much of what is asked the one gives, in words; empty if there is no timetable
     * @param after    how much the other does
     * @param asks     what is asked of which both give different amounts
     */
    public record Difference(
            List<String> problem,
            boolean hasTimetables,
            int sessions,
            List<ChangeWords.Kind> changes,
            List<Rule> rules,
            String before,
            String after,
            List<Ask> asks) {
        /** Copies the lists. */
        public Difference {
            problem = List.copyOf(problem);
            changes = List.copyOf(changes);
            rules = List.copyOf(rules);
            asks = List.copyOf(asks);
        }

        /** Whether nothing differs. */
        public boolean isNothing() {
            return problem.isEmpty() && changes.isEmpty() && rules.isEmpty() && asks.isEmpty();
        }
    }

    /**
     * How often a rule is broken in both.
     *
     * @param name   what it is called
     * @param isWish whether it is only wished for
     * @param before how often in the one
     * @param after  how often in the other
     */
    public record Rule(String name, boolean isWish, int before, int after) {}

    /**
     * What both give of something that is asked.
     *
     * @param name   what is asked
     * @param before how much the one gives; empty means that it isn't asked there
     * @param after  how much the other does; empty likewise
     */
    public record Ask(String name, String before, String after) {}

    /**
     * A timetable in small.
     *
     * @param name     what it is called
     * @param weeks    its weeks, as many as there is room for
     */
    public record Glance(String name, List<Overview.Week> weeks) {
        /** Copies the list. */
        public Glance {
            weeks = List.copyOf(weeks);
        }
    }
}
