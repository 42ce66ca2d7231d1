package dk.grundskema.api.server.pages;

import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.StandingNow;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.solving.SolveNews;
import dk.grundskema.api.server.solving.SolveNews.Now;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last solves of plans, as people look at them: what was changed after one counts. */
@Component
final class LastSolves {
    private final SolveNews solves;
    private final StandingNow standing;
    private final Speaking speaking;

    LastSolves(SolveNews solves, StandingNow standing, Speaking speaking) {
        this.solves = solves;
        this.standing = standing;
        this.speaking = speaking;
    }

    /**
     * The last solve of a plan, if there was one. Where its timetable became the plan's, numbers and words are those of the timetable that the plan is at
     * by now.
     *
     * @param head what the plan is at
     */
    Optional<Now> of(PlanId plan, Revision head) {
        return solves.last(plan).map(one -> isChangedSince(one, head) ? asItIs(one, head) : one);
    }

    private static boolean isChangedSince(Now solve, Revision head) {
        return solve.isEnded() && solve.revision() != null && !solve.revision().equals(head.id());
    }

    private Now asItIs(Now solve, Revision head) {
        Standing now = standing.of(head).orElse(null);
        return new Now(
                solve.id(),
                solve.plan(),
                solve.state(),
                now == null ? "" : String.join(" · ", now.words(speaking.texts())),
                now,
                solve.seconds(),
                solve.elapsed(),
                solve.revision(),
                solve.isCompared(),
                solve.best(),
                solve.findings());
    }
}
