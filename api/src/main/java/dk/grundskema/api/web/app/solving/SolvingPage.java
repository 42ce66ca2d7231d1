package dk.grundskema.api.web.app.solving;

import dk.grundskema.api.house.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the computer plans.
 *
 * @param plan         id of the plan
 * @param version      the plan's version
 * @param hasTimetable whether there is a timetable
 * @param mayEdit      whether the visitor may let the computer plan
 * @param run          the last run; {@code null} if there never was one
 * @param canGoOn      whether the timetable is the last run's, which could go on from it
 * @param troubles     why what was asked for isn't done, in words; empty if nothing was refused
 */
public record SolvingPage(
        String plan,
        long version,
        boolean hasTimetable,
        boolean mayEdit,
        @Nullable Run run,
        boolean canGoOn,
        List<String> troubles) {
    /** For how many seconds the computer may plan, to choose from. */
    public static final List<Integer> SECONDS = List.of(30, 120, 600, 3600);

    /** Copies the list. */
    public SolvingPage {
        troubles = List.copyOf(troubles);
    }

    /** Whether the computer plans, or will. */
    public boolean isRunning() {
        return run != null && !run.state().isEnded();
    }

    /** Whether the plan's timetable is another by now than the last run found, so that the run's numbers are of the timetable as it is. */
    public boolean isChangedSince() {
        return run != null && run.state().isEnded() && hasTimetable && !canGoOn && !run.isLeftOver();
    }

    /** What it can begin from, the likeliest first. */
    public List<From> ways() {
        if (!hasTimetable) {
            return List.of(From.NOTHING);
        }
        return canGoOn ? List.of(From.RESULT, From.CURRENT, From.NOTHING) : List.of(From.CURRENT, From.NOTHING);
    }

    /** What a run begins from. */
    public enum From {
        /** From the timetable that the last run found. */
        RESULT,
        /** From the plan's timetable, to which it stays close. */
        CURRENT,
        /** From nothing. */
        NOTHING
    }

    /** Where a run is on its way. */
    public enum State {
        /** It waits for others. */
        WAITING,
        /** It runs. */
        RUNNING,
        /** It was asked to end. */
        STOPPING,
        /** It has ended. */
        DONE,
        /** It could not be brought to an end. */
        FAILED;

        /** Whether nobody runs it or will. */
        public boolean isEnded() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * A run.
     *
     * @param id          its id
     * @param state       where it is on its way
     * @param text        how it stands, in words
     * @param standing    the same in numbers; {@code null} means that there is no timetable yet
     * @param seconds     seconds after which it ends by itself; {@code null} means no such limit
     * @param elapsed     seconds that it has run so far
     * @param curve       how it stood so far, in the order of time: each time the seconds that it had run, then a number for each of the figures; empty
     *     if that isn't known
     * @param isLeftOver  whether its timetable isn't the plan's because somebody changed the plan meanwhile
     * @param hasChanges  whether it can be said what it changes
     * @param findings    why it failed, or what is to be said of its end
     */
    public record Run(
            String id,
            State state,
            String text,
            @Nullable Standing standing,
            @Nullable Long seconds,
            long elapsed,
            List<List<Long>> curve,
            boolean isLeftOver,
            boolean hasChanges,
            List<String> findings) {
        /** Copies the list. */
        public Run {
            curve = List.copyOf(curve);
            findings = List.copyOf(findings);
        }

        /** The kinds of number that people look at, in the order of their weight. */
        public List<Figure> figures() {
            return List.of(
                    new Figure("conflicts", standing == null ? null : standing.conflicts()),
                    new Figure("missing", standing == null ? null : standing.missingAdults()),
                    new Figure("other", standing == null ? null : standing.otherShortfalls()),
                    new Figure("wishes", standing == null ? null : standing.wishes()));
        }
    }

    /**
     * A number.
     *
     * @param name  which, as texts name it
     * @param value how many; {@code null} means that nobody knows yet
     */
    public record Figure(String name, @Nullable Long value) {}
}
