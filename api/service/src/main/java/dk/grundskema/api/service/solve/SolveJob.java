package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solve as stored in the database.
 *
 * @param id           id
 * @param organisation id of the organisation
 * @param plan         id of the plan
 * @param author       account that requested it
 * @param created      when it was requested
 * @param base         revision whose problem is solved
 * @param asked        requested options
 * @param state        state
 * @param task         scheduled task that runs it
 * @param queued       since when it is queued
 * @param started      when it first ran; {@code null} if it has not
 * @param ended        when it ended; {@code null} if it has not
 * @param worker       name of the run that may write to it; {@code null} if nobody runs it
 * @param deaths       number of workers that died while running it
 * @param best         hash of its best timetable; {@code null} if there is none yet
 * @param score        score of that timetable; {@code null} if there is none yet
 * @param rules        rules with a penalty in that timetable
 * @param spent        effort so far
 * @param findings     causes of a failure, or remarks about the end
 * @param revision     revision made from its result; {@code null} if none
 * @param event        number of the latest event for listeners
 */
record SolveJob(
        SolveId id,
        OrganisationId organisation,
        PlanId plan,
        AccountId author,
        Instant created,
        RevisionId base,
        SolveOptions asked,
        SolveState state,
        String task,
        Instant queued,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable String worker,
        int deaths,
        @Nullable String best,
        @Nullable Score score,
        List<RuleResult> rules,
        SpentEffort spent,
        List<Finding> findings,
        @Nullable RevisionId revision,
        long event) {
    /** Copies the lists. */
    SolveJob {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    /**
     * The requested options.
     *
     * @param end          limits
     * @param seed         seed of the search
     * @param searches     number of parallel searches
     * @param priority     priority; higher values run earlier
     * @param continueFrom start of the search; {@code null} means the plan's timetable, if it has one
     * @param reference    hash of the timetable to stay close to; {@code null} means none
     */
    record SolveOptions(
            SolveJobLimits end,
            long seed,
            int searches,
            int priority,
            @Nullable ContinueFrom continueFrom,
            @Nullable String reference) {
        /**
         * Returns the options with a start.
         *
         * @param start   start of the search
         * @param current hash of the plan's timetable, to stay close to; {@code null} means none
         */
        SolveOptions withStart(ContinueFrom start, @Nullable String current) {
            return new SolveOptions(end, seed, searches, priority, start, current);
        }
    }

    /**
     * The effort of a solve over all its runs.
     *
     * @param elapsed running time
     * @param steps   steps of each search
     * @param moves   moves tried
     */
    record SpentEffort(Duration elapsed, long steps, long moves) {
        /** No effort. */
        static final SpentEffort NOTHING = new SpentEffort(Duration.ZERO, 0, 0);

        /** Returns the sum. */
        SpentEffort plus(SpentEffort more) {
            return new SpentEffort(elapsed.plus(more.elapsed), steps + more.steps, moves + more.moves);
        }
    }
}
