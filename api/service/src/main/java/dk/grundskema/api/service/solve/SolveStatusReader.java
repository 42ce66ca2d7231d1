package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the status and the course of solves for pages. */
@Component
public class SolveStatusReader {
    private final SolveJobRepository jobs;
    private final SolveViewFactory solveViewFactory;
    private final SolveCurveRecorder curveRecorder;
    private final PlanStatusReader planStatusReader;
    private final PlanStatusPresenter planStatusPresenter;

    SolveStatusReader(
            SolveJobRepository jobs,
            SolveViewFactory solveViewFactory,
            SolveCurveRecorder curveRecorder,
            PlanStatusReader planStatusReader,
            PlanStatusPresenter planStatusPresenter) {
        this.jobs = jobs;
        this.solveViewFactory = solveViewFactory;
        this.curveRecorder = curveRecorder;
        this.planStatusReader = planStatusReader;
        this.planStatusPresenter = planStatusPresenter;
    }

    /**
     * Returns the status of a solve.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public SolveStatus get(SolveId id) {
        return toStatus(jobs.get(id));
    }

    /** Returns the last solve of a plan; empty if there is none. */
    Optional<SolveStatus> findLast(PlanId plan) {
        return jobs.findLatest(plan, null, 1).stream().findFirst().map(this::toStatus);
    }

    /**
     * Returns the last solve of a plan; empty if there is none. If its timetable was adopted, the text is the status of the plan's current revision,
     * and there are no counts of the search.
     *
     * @param head head revision of the plan
     */
    public Optional<SolveStatus> findLast(PlanId plan, Revision head) {
        return findLast(plan).map(one -> isAdopted(one) ? withPlanStatus(one, head) : one);
    }

    private static boolean isAdopted(SolveStatus solve) {
        return solve.isEnded() && solve.revision() != null;
    }

    private SolveStatus withPlanStatus(SolveStatus solve, Revision head) {
        PlanStatus now = planStatusReader.find(head).orElse(null);
        return new SolveStatus(
                solve.id(),
                solve.plan(),
                solve.state(),
                now == null ? "" : planStatusPresenter.line(now),
                null,
                List.of(),
                solve.seconds(),
                solve.elapsed(),
                solve.revision(),
                solve.isCompared(),
                solve.best(),
                solve.findings());
    }

    private SolveStatus toStatus(SolveJob job) {
        var view = solveViewFactory.view(job);
        return new SolveStatus(
                job.id(),
                job.plan(),
                job.state(),
                view.text(),
                view.standing(),
                RuleCost.wishes(view.costs()),
                view.seconds(),
                view.elapsedSeconds(),
                job.revision(),
                job.asked().reference() != null,
                job.best(),
                view.findings());
    }

    /**
     * Returns the course of a solve in chronological order, at most 200 points: seconds of running time, conflicts, missing adults, other
     * shortfalls, unmet wishes and their cost.
     *
     * @return empty if it did not run in this process
     */
    List<List<Long>> curve(SolveId id) {
        return curveRecorder.curveOf(id).stream()
                .map(one -> List.of(
                        one.seconds(),
                        one.standing().conflicts(),
                        one.standing().missingAdults(),
                        one.standing().otherShortfalls(),
                        one.standing().wishes(),
                        one.standing().wishCost()))
                .toList();
    }
}
