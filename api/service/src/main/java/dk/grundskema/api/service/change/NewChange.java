package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.SolveLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan in use at a moment.
 *
 * @param now          what has begun by then stays as it is, on the wall clock of the plan's zone; absent means now
 * @param changes      what changes, one after the other. If the plan was edited since its timetable was made, this may be empty: then the timetable follows what
 *     was edited. Otherwise what was edited stays out of the change, unless the timetable does not fit the edited problem
 * @param problem      the problem as it is to be, for everything else, such as a new staff member or intervention; the changes are applied to it. Absent
 *     means that of the plan
 * @param seconds      how long is looked for the least change at most, 1 to 60; absent means 5
 * @param steps        the same as a number of looks at what a change costs, 1 to 10,000,000; then seconds are not given. It ends the comparison, too
 * @param freshSeconds how long everything to come is planned afresh for comparison, 0 to 60; 0 means not at all, absent 10
 */
record NewChange(
        @Nullable LocalDateTime now,
        List<ChangeItemBody> changes,
        @Schema(implementation = Problem.class) @Nullable Json problem,
        @Nullable Integer seconds,
        @Nullable Long steps,
        @Nullable Integer freshSeconds) {
    private static final int DEFAULT_SECONDS = 5;
    private static final int DEFAULT_FRESH_SECONDS = 10;
    private static final int MOST_SECONDS = 60;
    private static final long MOST_STEPS = 10_000_000;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or seconds and steps are given */
    NewChange {
        changes = List.copyOf(changes);
        new RecordValidator()
                .require(seconds == null || steps == null, "steps", "editing.seconds-and-steps")
                .range("seconds", seconds == null ? 1 : seconds, 1, MOST_SECONDS)
                .range("steps", steps == null ? 1 : steps, 1, MOST_STEPS)
                .range("freshSeconds", freshSeconds == null ? 0 : freshSeconds, 0, MOST_SECONDS)
                .throwIfInvalid();
    }

    /** Returns a change with the usual limits. */
    static NewChange of(LocalDateTime now, List<ChangeItemBody> changes) {
        return new NewChange(now, changes, null, null, null, null);
    }

    /** Returns the same at a moment. */
    NewChange at(LocalDateTime moment) {
        return new NewChange(moment, changes, problem, seconds, steps, freshSeconds);
    }

    /** Returns the end of the search for the least change. */
    SolveLimits limits() {
        return steps != null
                ? SolveLimits.ofSteps(steps)
                : SolveLimits.of(Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds));
    }

    /** Returns the end of the search for a plan made afresh; {@code null} means that none is made. */
    @Nullable
    SolveLimits afresh() {
        int asked = freshSeconds == null ? DEFAULT_FRESH_SECONDS : freshSeconds;
        if (asked == 0) {
            return null;
        }
        return steps != null ? SolveLimits.ofSteps(steps) : SolveLimits.of(Duration.ofSeconds(asked));
    }
}
