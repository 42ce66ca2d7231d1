package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.solver.engine.SolveLimits;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The preview of a change as it is stored.
 *
 * @param id      id
 * @param plan    plan that changes
 * @param author  account that asked for it
 * @param created when it was asked for
 * @param version version of the plan that it starts from
 * @param base    revision of the plan that it starts from
 * @param now     moment of the change, in local time of the plan's zone
 * @param changes number of things that change
 * @param problem hash of the changed problem, without commitments to other plans
 * @param limits  end of the search for the least change
 * @param afresh  end of the search for a plan made afresh; {@code null} means that none is made
 * @param state   state
 * @param least   hash of the timetable with the least change; {@code null} until it is known
 * @param fresh   hash of the timetable made afresh; {@code null} until it is known
 */
record StoredPreview(
        String id,
        PlanId plan,
        AccountId author,
        Instant created,
        long version,
        RevisionId base,
        LocalDateTime now,
        int changes,
        String problem,
        SolveLimits limits,
        @Nullable SolveLimits afresh,
        PreviewState state,
        @Nullable String least,
        @Nullable String fresh) {
    /** Returns a copy with the least change. */
    StoredPreview withLeast(String timetable) {
        return new StoredPreview(
                id, plan, author, created, version, base, now, changes, problem, limits, afresh, state, timetable,
                fresh);
    }

    /** Returns a copy with the plan made afresh. */
    StoredPreview withFresh(String timetable) {
        return new StoredPreview(
                id, plan, author, created, version, base, now, changes, problem, limits, afresh, state, least,
                timetable);
    }
}
