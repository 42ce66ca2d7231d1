package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.timetable.Score;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST views of solves. */
final class SolveViews {
    private SolveViews() {}

    /**
     * A solve and how it stands.
     *
     * @param id             the id by which other operations name it
     * @param plan           of which plan
     * @param state          where it is on its way
     * @param text           how it stands, in words
     * @param place          where it stands in the queue, 1 for the next; {@code null} unless it is queued
     * @param base           the revision whose problem is solved
     * @param continueFrom   what it begins from
     * @param seed           seed of the search
     * @param searches       how many searches run side by side
     * @param priority       the higher, the earlier it is run
     * @param seconds        seconds after which it ends by itself; {@code null} means no such limit
     * @param steps          steps of each search after which it ends by itself; {@code null} means no such limit
     * @param noBetterFor    seconds without a better plan after which it ends by itself; {@code null} means no such limit
     * @param author         who asked for it
     * @param created        when it was asked for
     * @param started        when it was first run; {@code null} means that it hasn't been
     * @param ended          when it ended; {@code null} means that it hasn't
     * @param elapsedSeconds seconds that it has run so far
     * @param stepsMade      steps that each search has made so far
     * @param moves          moves tried so far
     * @param movesPerSecond moves tried in a second, on average
     * @param score          of the best timetable; {@code null} means that there is none yet
     * @param standing       the same in the few numbers that people look at; {@code null} means that there is no timetable yet
     * @param costs          what each rule costs in it: the most binding rules first, then the dearest
     * @param revision       the revision that came of it; {@code null} means that there is none
     * @param findings       why it failed, or what is to be said of its end
     */
    record SolveView(
            SolveId id,
            PlanId plan,
            SolveState state,
            String text,
            @Nullable Integer place,
            RevisionId base,
            ContinueFrom continueFrom,
            long seed,
            int searches,
            int priority,
            @Nullable Long seconds,
            @Nullable Long steps,
            @Nullable Long noBetterFor,
            AccountId author,
            Instant created,
            @Nullable Instant started,
            @Nullable Instant ended,
            long elapsedSeconds,
            long stepsMade,
            long moves,
            long movesPerSecond,
            @Nullable Score score,
            @Nullable ViolationCounts standing,
            List<RuleCost> costs,
            @Nullable RevisionId revision,
            List<FindingView> findings) {}

    /**
     * Some solves, the latest first.
     *
     * @param items the solves
     * @param next  where the next page begins; {@code null} means that this is the last one
     */
    record SolvePage(List<SolveView> items, @Nullable String next) {}

    /**
     * What a solve changes of the timetable that the plan had.
     *
     * @param solve      which solve
     * @param personDays staff and dates whose duties change
     * @param kinds      the changes kind by kind, in words
     */
    record SolveChangesView(SolveId solve, int personDays, List<TimetableChangeFormatter.ChangeCategory> kinds) {}

    /**
     * What can be said before anything is solved.
     *
     * @param findings what is impossible or short
     */
    record PrecheckView(List<FindingView> findings) {}
}
