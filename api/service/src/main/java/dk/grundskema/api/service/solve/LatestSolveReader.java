package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.ViolationCountReader;
import dk.grundskema.api.service.solve.SolveAdministration.SolveStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the last solve of a plan for display, taking later changes of the plan into account. */
@Component
public final class LatestSolveReader {
    private final SolveAdministration solves;
    private final ViolationCountReader violationCountReader;
    private final RequestTexts requestTexts;

    LatestSolveReader(
            SolveAdministration solves, ViolationCountReader violationCountReader, RequestTexts requestTexts) {
        this.solves = solves;
        this.violationCountReader = violationCountReader;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the last solve of a plan; empty if there is none. If its timetable was adopted and changed since, score and text are those of the
     * current timetable.
     *
     * @param head head revision of the plan
     */
    public Optional<SolveStatus> find(PlanId plan, Revision head) {
        return solves.findLast(plan).map(one -> isChangedSince(one, head) ? withCurrentScore(one, head) : one);
    }

    private static boolean isChangedSince(SolveStatus solve, Revision head) {
        return solve.isEnded() && solve.revision() != null && !solve.revision().equals(head.id());
    }

    private SolveStatus withCurrentScore(SolveStatus solve, Revision head) {
        ViolationCounts now = violationCountReader.countsOf(head).orElse(null);
        return new SolveStatus(
                solve.id(),
                solve.plan(),
                solve.state(),
                now == null ? "" : String.join(" · ", now.describe(requestTexts.texts())),
                now,
                solve.seconds(),
                solve.elapsed(),
                solve.revision(),
                solve.isCompared(),
                solve.best(),
                solve.findings());
    }
}
