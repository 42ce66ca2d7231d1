package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solve as the database has it.
 *
 * @param id           which
 * @param organisation whose it is
 * @param plan         of which plan
 * @param author       who asked for it
 * @param created      when
 * @param base         the revision whose problem is solved
 * @param asked        what was asked
 * @param state        where it is on its way
 * @param task         the scheduled task that runs it
 * @param queued       since when it waits, if it does
 * @param started      when somebody first ran it; {@code null} means that nobody has
 * @param ended        when it ended; {@code null} means that it hasn't
 * @param worker       names the run that may write to it; {@code null} means that nobody runs it
 * @param deaths       how many workers died while they ran it
 * @param best         hash of its best timetable; {@code null} means that there is none yet
 * @param score        of that timetable; {@code null} means that there is none yet
 * @param rules        what each rule costs in it that costs something
 * @param spent        what it has taken so far
 * @param findings     why it failed, or what is to be said of its end
 * @param revision     what came of it in the plan; {@code null} means that it is no revision
 * @param event        counts what listeners are told
 */
record SolveJob(
        SolveId id,
        OrganisationId organisation,
        PlanId plan,
        AccountId author,
        Instant created,
        RevisionId base,
        Asked asked,
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
        Spent spent,
        List<Finding> findings,
        @Nullable RevisionId revision,
        long event) {
    /** Copies the lists. */
    SolveJob {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    /**
     * What was asked.
     *
     * @param end          when it ends by itself
     * @param seed         seed of the search
     * @param searches     how many searches run side by side
     * @param priority     the higher, the earlier it is run
     * @param continueFrom what it begins from
     * @param reference    hash of the timetable that it stays close to; {@code null} means none
     */
    record Asked(
            SolveEnd end,
            long seed,
            int searches,
            int priority,
            ContinueFrom continueFrom,
            @Nullable String reference) {
        /** The same, but close to another timetable. */
        Asked closeTo(@Nullable String other) {
            return new Asked(end, seed, searches, priority, continueFrom, other);
        }
    }

    /**
     * What a solve has taken, over all times that it ran.
     *
     * @param elapsed time
     * @param steps   steps of each search
     * @param moves   moves tried
     */
    record Spent(Duration elapsed, long steps, long moves) {
        /** Nothing. */
        static final Spent NOTHING = new Spent(Duration.ZERO, 0, 0);

        /** Both together. */
        Spent plus(Spent more) {
            return new Spent(elapsed.plus(more.elapsed), steps + more.steps, moves + more.moves);
        }
    }
}
