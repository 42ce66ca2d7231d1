package dk.grundskema.api.web.app.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with all that was done to a plan.
 *
 * @param plan     id of the plan
 * @param version  the plan's version, on which changes are based
 * @param mayEdit  whether the visitor may go back
 * @param canUndo  whether there is something to undo
 * @param undone   what redo does, in words; empty if nothing was undone
 * @param done     what the visitor has just done: {@code returned}, {@code undone} or {@code redone}; empty if nothing
 * @param troubles why something wasn't done; empty if it was, or nothing was tried
 * @param days     what was done, the latest first, by day
 * @param next     version before which the plan was made what is left out; 0 if nothing is
 */
public record HistoryPage(
        String plan,
        long version,
        boolean mayEdit,
        boolean canUndo,
        String undone,
        String done,
        List<String> troubles,
        List<Day> days,
        long next) {
    /** Copies the lists. */
    public HistoryPage {
        troubles = List.copyOf(troubles);
        days = List.copyOf(days);
    }

    /**
     * What was done on a day.
     *
     * @param date the day
     * @param all  what was done, the latest first
     */
    public record Day(LocalDate date, List<Done> all) {
        /** Copies the list. */
        public Day {
            all = List.copyOf(all);
        }
    }

    /**
     * Something that was done.
     *
     * @param text   what
     * @param author by whom; empty if nobody knows any more
     * @param at     when
     * @param step   the revision that it made; {@code null} if it made none, as undo doesn't
     */
    public record Done(
            String text,
            String author,
            LocalDateTime at,
            @Nullable Step step) {}

    /**
     * A revision.
     *
     * @param id           its id
     * @param number       counts the plan's revisions, from 1
     * @param text         what was done
     * @param author       by whom; empty if nobody knows any more
     * @param at           when
     * @param isNow        whether the plan is at it
     * @param isPublished  whether it was published at some time
     * @param hasTimetable whether there was a timetable
     */
    public record Step(
            String id,
            int number,
            String text,
            String author,
            LocalDateTime at,
            boolean isNow,
            boolean isPublished,
            boolean hasTimetable) {}
}
