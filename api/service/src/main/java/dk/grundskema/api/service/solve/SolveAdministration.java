package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.solve.SolveRequestBodies.MoreTime;
import dk.grundskema.api.service.solve.SolveRequestBodies.NewSolve;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and controls the solves of a plan, for pages. */
@Component
public class SolveAdministration {
    private final SolveJobRepository jobs;
    private final SolveService solves;
    private final SolveFinisher solveFinisher;
    private final SolveViewFactory solveViewFactory;
    private final SolvePreviewer solvePreviewer;
    private final SolveCurveRecorder curveRecorder;

    SolveAdministration(
            SolveJobRepository jobs,
            SolveService solves,
            SolveFinisher solveFinisher,
            SolveViewFactory solveViewFactory,
            SolvePreviewer solvePreviewer,
            SolveCurveRecorder curveRecorder) {
        this.jobs = jobs;
        this.solves = solves;
        this.solveFinisher = solveFinisher;
        this.solveViewFactory = solveViewFactory;
        this.solvePreviewer = solvePreviewer;
        this.curveRecorder = curveRecorder;
    }

    /**
     * The status of a solve.
     *
     * @param id         id
     * @param plan       id of the plan
     * @param state      state
     * @param text       description of the status in the language of the request
     * @param standing   violation counts; {@code null} if there is no timetable yet
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
            @Nullable Long seconds,
            long elapsed,
            @Nullable RevisionId revision,
            boolean isCompared,
            @Nullable String best,
            List<FindingView> findings) {
        /** Copies the list. */
        public SolveStatus {
            findings = List.copyOf(findings);
        }

        /** Returns whether it has ended and will not run again unless continued. */
        public boolean isEnded() {
            return state.isEnded();
        }
    }

    /**
     * Returns the course of a solve in chronological order, at most 200 points: seconds of running time, conflicts, missing adults, other
     * shortfalls and unmet wishes.
     *
     * @return empty if it did not run in this process
     */
    public List<List<Long>> curve(SolveId id) {
        return curveRecorder.curveOf(id).stream()
                .map(one -> List.of(
                        one.seconds(),
                        one.standing().conflicts(),
                        one.standing().missingAdults(),
                        one.standing().otherShortfalls(),
                        one.standing().wishes()))
                .toList();
    }

    /** Returns the last solve of a plan; empty if there is none. */
    public Optional<SolveStatus> findLast(PlanId plan) {
        return jobs.findLatest(plan, null, 1).stream().findFirst().map(this::toStatus);
    }

    /**
     * Returns the status of a solve.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public SolveStatus status(SolveId id) {
        return toStatus(jobs.get(id));
    }

    private SolveStatus toStatus(SolveJob job) {
        var view = solveViewFactory.view(job);
        return new SolveStatus(
                job.id(),
                job.plan(),
                job.state(),
                view.text(),
                view.standing(),
                view.seconds(),
                view.elapsedSeconds(),
                job.revision(),
                job.asked().reference() != null,
                job.best(),
                view.findings());
    }

    /** Returns what is impossible or short in a plan according to the precheck, formatted for the caller. */
    public List<FindingView> precheck(Plan plan, Caller caller) {
        return solvePreviewer.precheck(plan, caller).findings();
    }

    /**
     * Returns the changes between the plan's timetable and the result of a solve, formatted for the caller.
     *
     * @throws RefusalException 409 if there is nothing to compare
     */
    public List<TimetableChangeFormatter.ChangeCategory> changes(SolveId id, Caller caller) {
        return solvePreviewer.changes(jobs.get(id), caller).kinds();
    }

    /**
     * Queues a solve.
     *
     * @param seconds time limit, 1 to 86400
     * @param from    start of the search
     * @throws RefusalException 422 with all errors of the problem; 409 if there is no timetable to start from; 429 if too many solves are queued
     * @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range
     */
    public void start(PlanId plan, int seconds, ContinueFrom from, AccountId author) {
        solves.enqueue(plan, new NewSolve(seconds, null, null, null, null, null, from).toOptions(), author);
    }

    /** Stops a solve. Its best timetable so far becomes the result. */
    public void stop(SolveId id) {
        solves.stop(id);
    }

    /**
     * Continues a solve that has ended from its best timetable.
     *
     * @param seconds additional time, 1 to 86400
     * @throws RefusalException 409 if it has not ended; 429 if too many solves are queued
     * @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range
     */
    public void continueSolve(SolveId id, int seconds) {
        solves.continueSolve(id, new MoreTime(seconds, null, null).end());
    }

    /**
     * Creates a revision of the plan from the best timetable of a solve that has ended.
     *
     * @param version version of the plan that this is based on
     * @throws RefusalException 409 if there is no timetable or it no longer fits; 412 if the plan has another version
     */
    public void adopt(SolveId id, long version, AccountId author) {
        solveFinisher.adopt(id, version, author);
    }
}
