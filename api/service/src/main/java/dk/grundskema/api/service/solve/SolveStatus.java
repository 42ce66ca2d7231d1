package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of a solve.
 *
 * @param id         id
 * @param plan       id of the plan
 * @param state      state
 * @param text       description of the status in the language of the request
 * @param standing   violation counts of the search; {@code null} if there is no timetable yet, or it became the plan's, whose status counts
 * @param wishCosts  what each unmet wish costs in the best timetable, dearest first; empty if {@code standing} is {@code null}
 * @param seconds    time limit in seconds; {@code null} means none
 * @param elapsed    running time so far in seconds
 * @param revision   revision made from the result; {@code null} if none
 * @param isCompared whether it started from a timetable, so that changes can be shown
 * @param best       hash of the best timetable; {@code null} if there is none yet
 * @param findings   causes of a failure, or remarks about the end
 */
public record SolveStatus(
        SolveId id,
        PlanId plan,
        SolveState state,
        String text,
        @Nullable ViolationCounts standing,
        List<RuleCost> wishCosts,
        @Nullable Long seconds,
        long elapsed,
        @Nullable RevisionId revision,
        boolean isCompared,
        @Nullable String best,
        List<FindingView> findings) {
    /** Copies the lists. */
    public SolveStatus {
        wishCosts = standing == null ? List.of() : List.copyOf(wishCosts);
        findings = List.copyOf(findings);
    }

    /** Returns whether it has ended and will not run again unless continued. */
    public boolean isEnded() {
        return state.isEnded();
    }
}
