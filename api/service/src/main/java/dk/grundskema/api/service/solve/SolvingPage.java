package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.platform.page.PageHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the solver is run.
 *
 * @param plan         id of the plan
 * @param version      version of the plan
 * @param hasTimetable whether there is a timetable
 * @param mayEdit      whether the visitor may start a solve
 * @param run          last solve; {@code null} if there is none
 * @param canGoOn      whether the timetable is the result of the last solve, which can be continued
 * @param isMended     whether the last change of the plan was made on this page, so that it can be undone here
 * @param isPastKept   whether what has begun stays when the timetable is mended, because the plan is in use and goes on
 * @param errors       why a request was refused; empty if it was not
 */
public record SolvingPage(
        String plan,
        long version,
        boolean hasTimetable,
        boolean mayEdit,
        @Nullable RunView run,
        boolean canGoOn,
        boolean isMended,
        boolean isPastKept,
        List<String> errors) {
    /** Selectable running times, in seconds. */
    public static final List<Integer> SECONDS = List.of(30, 120, 600, 3600);

    /** Copies the list. */
    public SolvingPage {
        errors = List.copyOf(errors);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("planning").withStyle("solving.css").withScript("solve.js");
    }

    /** Returns whether a solve is queued or running. */
    public boolean isRunning() {
        return run != null && !run.state().isEnded();
    }

    /** Returns whether the timetable was changed since the last solve, so that the numbers shown are those of the current timetable. */
    public boolean isChangedSince() {
        return run != null && run.state().isEnded() && hasTimetable && !canGoOn && !run.isLeftOver();
    }

    /** Returns whether it is shown what the last solve changed: the timetable is still its result. */
    public boolean showsChanges() {
        return run != null && run.hasChanges() && !isChangedSince();
    }

    /** Returns the possible starts of a solve, most likely first. */
    public List<StartingPoint> startingPoints() {
        if (!hasTimetable) {
            return List.of(StartingPoint.NOTHING);
        }
        return canGoOn && !isPastKept
                ? List.of(StartingPoint.RESULT, StartingPoint.CURRENT, StartingPoint.NOTHING)
                : List.of(StartingPoint.CURRENT, StartingPoint.NOTHING);
    }

    /** Start of a solve. */
    public enum StartingPoint {
        /** The result of the last solve. */
        RESULT,
        /** The plan's timetable, which it stays close to. */
        CURRENT,
        /** No timetable. */
        NOTHING
    }

    /** State of a solve. */
    public enum RunState {
        /** Queued. */
        WAITING,
        /** Running. */
        RUNNING,
        /** Asked to stop. */
        STOPPING,
        /** Ended. */
        DONE,
        /** Failed. */
        FAILED;

        /** Returns whether it has ended. */
        public boolean isEnded() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * A solve.
     *
     * @param id         id
     * @param state      state
     * @param text       description of the status
     * @param standing   violation counts of the search; {@code null} if there is no timetable yet, or it became the plan's
     * @param wishCosts  what each unmet wish costs in the best timetable, dearest first; empty if {@code standing} is {@code null}
     * @param seconds    time limit in seconds; {@code null} means none
     * @param elapsed    running time so far in seconds
     * @param curve      course in chronological order: seconds of running time, then one number per figure; empty if unknown
     * @param isLeftOver whether its result was not adopted because the plan was changed
     * @param hasChanges whether its changes can be shown
     * @param findings   causes of a failure, or remarks about the end
     */
    public record RunView(
            String id,
            RunState state,
            String text,
            @Nullable ViolationCounts standing,
            List<RuleCost> wishCosts,
            @Nullable Long seconds,
            long elapsed,
            List<List<Long>> curve,
            boolean isLeftOver,
            boolean hasChanges,
            List<String> findings) {
        /** Copies the list. */
        public RunView {
            wishCosts = List.copyOf(wishCosts);
            curve = List.copyOf(curve);
            findings = List.copyOf(findings);
        }

        /** Returns the figures shown, most important first. */
        public List<RunFigure> figures() {
            return List.of(
                    new RunFigure("conflicts", standing == null ? null : standing.conflicts()),
                    new RunFigure("missing", standing == null ? null : standing.missingAdults()),
                    new RunFigure("other", standing == null ? null : standing.otherShortfalls()),
                    new RunFigure("wishes", standing == null ? null : standing.wishes()),
                    new RunFigure("cost", standing == null ? null : standing.wishCost()));
        }
    }

    /**
     * A figure.
     *
     * @param name  name in text keys
     * @param value number; {@code null} if unknown
     */
    public record RunFigure(String name, @Nullable Long value) {}
}
