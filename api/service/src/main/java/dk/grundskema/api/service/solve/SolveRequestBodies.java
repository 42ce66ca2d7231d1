package dk.grundskema.api.service.solve;

import dk.grundskema.api.service.solve.SolveJob.SolveOptions;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Request bodies of the solve operations. */
final class SolveRequestBodies {
    private static final int DEFAULT_SECONDS = 30;
    private static final int LOWEST_PRIORITY = -10;
    private static final int HIGHEST_PRIORITY = 10;
    private static final long MOST_STEPS = 1_000_000_000;
    private static final int MOST_SEARCHES = 16;

    private SolveRequestBodies() {}

    /**
     * A solve to be made. Without any limit it ends after 30 seconds; none goes on for more than 24 hours.
     *
     * @param seconds      ends after so many seconds, 1 to 86400; {@code null} means no limit
     * @param steps        ends after so many steps of each search, 1 to 1000000000, instead of seconds; {@code null} means no limit
     * @param noBetterFor  ends after so many seconds without a better plan, 1 to 86400; {@code null} means no limit
     * @param seed         seed of the search; {@code null} means 1
     * @param searches     how many searches run side by side, 1 to 16; {@code null} means 1
     * @param priority     the higher, the earlier it is run, -10 to 10; {@code null} means 0
     * @param continueFrom what it begins from; {@code null} means from the plan's timetable, which then changes as little as possible, or from nothing if there is
     *     none
     */
    record NewSolve(
            @Nullable Integer seconds,
            @Nullable Long steps,
            @Nullable Integer noBetterFor,
            @Nullable Long seed,
            @Nullable Integer searches,
            @Nullable Integer priority,
            @Nullable ContinueFrom continueFrom) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or both seconds and steps are given */
        NewSolve {
            checkSearch(checkLimits(seconds, steps, noBetterFor), searches, priority)
                    .throwIfInvalid();
        }

        SolveOptions toOptions() {
            return SolveRequestBodies.toOptions(
                    end(seconds, steps, noBetterFor), seed, searches, priority, continueFrom);
        }
    }

    /**
     * A plan to be changed as little as possible. Without any limit it ends after 30 seconds; none goes on for more than 24 hours.
     *
     * @param seconds     ends after so many seconds, 1 to 86400; {@code null} means no limit
     * @param steps       ends after so many steps of each search, 1 to 1000000000, instead of seconds; {@code null} means no limit
     * @param noBetterFor ends after so many seconds without a better plan, 1 to 86400; {@code null} means no limit
     * @param seed        seed of the search; {@code null} means 1
     * @param searches    how many searches run side by side, 1 to 16; {@code null} means 1
     * @param priority    the higher, the earlier it is run, -10 to 10; {@code null} means 0
     */
    record NewReplan(
            @Nullable Integer seconds,
            @Nullable Long steps,
            @Nullable Integer noBetterFor,
            @Nullable Long seed,
            @Nullable Integer searches,
            @Nullable Integer priority) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or both seconds and steps are given */
        NewReplan {
            checkSearch(checkLimits(seconds, steps, noBetterFor), searches, priority)
                    .throwIfInvalid();
        }

        SolveOptions toOptions() {
            return SolveRequestBodies.toOptions(
                    end(seconds, steps, noBetterFor), seed, searches, priority, ContinueFrom.CURRENT);
        }
    }

    /**
     * How much longer a solve is to go on. Without any limit it is 30 seconds.
     *
     * @param seconds     for so many seconds, 1 to 86400; {@code null} means no limit
     * @param steps       for so many steps of each search, 1 to 1000000000, instead of seconds; {@code null} means no limit
     * @param noBetterFor ends after so many seconds without a better plan, 1 to 86400; {@code null} means no limit
     */
    record MoreTime(
            @Nullable Integer seconds,
            @Nullable Long steps,
            @Nullable Integer noBetterFor) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or both seconds and steps are given */
        MoreTime {
            checkLimits(seconds, steps, noBetterFor).throwIfInvalid();
        }

        /** @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range */
        static MoreTime ofSeconds(int seconds) {
            return new MoreTime(seconds, null, null);
        }

        SolveJobLimits end() {
            return SolveRequestBodies.end(seconds, steps, noBetterFor);
        }
    }

    /**
     * How urgent a solve is.
     *
     * @param priority the higher, the earlier it is run, -10 to 10
     */
    record NewPriority(int priority) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if it is out of range */
        NewPriority {
            new RecordValidator()
                    .range("priority", priority, LOWEST_PRIORITY, HIGHEST_PRIORITY)
                    .throwIfInvalid();
        }
    }

    private static RecordValidator checkLimits(
            @Nullable Integer seconds, @Nullable Long steps, @Nullable Integer noBetterFor) {
        long longest = SolveJobLimits.MAX_DURATION.toSeconds();
        return new RecordValidator()
                .rangeIfAny("seconds", seconds, 1, longest)
                .rangeIfAny("steps", steps, 1, MOST_STEPS)
                .rangeIfAny("noBetterFor", noBetterFor, 1, longest)
                .require(seconds == null || steps == null, "steps", "solve.seconds-and-steps");
    }

    private static RecordValidator checkSearch(
            RecordValidator checks, @Nullable Integer searches, @Nullable Integer priority) {
        return checks.rangeIfAny("searches", searches, 1, MOST_SEARCHES)
                .rangeIfAny("priority", priority, LOWEST_PRIORITY, HIGHEST_PRIORITY);
    }

    private static SolveJobLimits end(@Nullable Integer seconds, @Nullable Long steps, @Nullable Integer noBetterFor) {
        boolean isUnlimited = seconds == null && steps == null && noBetterFor == null;
        return new SolveJobLimits(
                seconds == null && !isUnlimited
                        ? null
                        : Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds),
                steps,
                noBetterFor == null ? null : Duration.ofSeconds(noBetterFor));
    }

    private static SolveOptions toOptions(
            SolveJobLimits end,
            @Nullable Long seed,
            @Nullable Integer searches,
            @Nullable Integer priority,
            @Nullable ContinueFrom continueFrom) {
        return new SolveOptions(
                end,
                seed == null ? 1 : seed,
                searches == null ? 1 : searches,
                priority == null ? 0 : priority,
                continueFrom,
                null);
    }
}
