package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page with the history of a plan.
 *
 * @param plan    id of the plan
 * @param version plan version on which changes are based
 * @param mayEdit whether the visitor may restore revisions
 * @param canUndo whether there is a change to undo
 * @param undone  description of the change that redo restores; empty if none
 * @param done    last action of the visitor: {@code returned}, {@code undone} or {@code redone}; empty if none
 * @param errors  reasons why an action failed; empty if none did
 * @param days    changes by day, latest first
 * @param next    plan version before which the omitted changes were made; 0 if none are omitted
 */
public record HistoryPage(
        String plan,
        long version,
        boolean mayEdit,
        boolean canUndo,
        String undone,
        String done,
        List<String> errors,
        List<HistoryDay> days,
        long next) {
    /** Copies the lists. */
    public HistoryPage {
        errors = List.copyOf(errors);
        days = List.copyOf(days);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("history").withStyle("history.css").withAutoRefresh();
    }

    /**
     * Changes of a day.
     *
     * @param date the day
     * @param all  changes, latest first
     */
    public record HistoryDay(LocalDate date, List<HistoryEntry> all) {
        /** Copies the list. */
        public HistoryDay {
            all = List.copyOf(all);
        }
    }

    /**
     * A change.
     *
     * @param text   description
     * @param author display name of the author; empty if unknown
     * @param at     time
     * @param step   revision that it created; {@code null} if none, such as for undo
     */
    public record HistoryEntry(
            String text,
            String author,
            LocalDateTime at,
            @Nullable RevisionSummary step) {}

    /**
     * A revision.
     *
     * @param id           id
     * @param number       number of the revision in the plan, from 1
     * @param text         description of the change
     * @param author       display name of the author; empty if unknown
     * @param at           time
     * @param isNow        whether it is the current revision
     * @param isPublished  whether it was ever published
     * @param hasTimetable whether it has a timetable
     * @param status       its status in words; empty if it has no timetable, or its status was not needed yet
     */
    public record RevisionSummary(
            String id,
            int number,
            String text,
            String author,
            LocalDateTime at,
            boolean isNow,
            boolean isPublished,
            boolean hasTimetable,
            String status) {}
}
