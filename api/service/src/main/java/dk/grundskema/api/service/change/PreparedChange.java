package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.engine.SolveLimits;

/**
 * A change that is ready to be planned. Not thread-safe.
 *
 * @param operation the operation on the plan in use
 * @param changed   the changed problem, with commitments to other plans
 * @param changer   planner of the change
 */
record PreparedChange(ChangePlanner operation, Problem changed, PlanChanger changer) {
    /** Number of parallel searches: one, because the service shares its processors with other work. */
    private static final int SEARCHES = 1;

    /**
     * Plans the least change.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    ChangePreview planLeast(SolveLimits limits) throws InterruptedException {
        return operation.plan(changer, changed, limits, SEARCHES);
    }

    /**
     * Plans everything to come afresh.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    ChangedPlan planAfresh(SolveLimits limits) throws InterruptedException {
        return changer.planAfresh(limits, SEARCHES);
    }

    /** Returns the preview of a timetable that was planned before. */
    ChangePreview describe(Timetable least) {
        return operation.describe(changer, changed, least);
    }
}
