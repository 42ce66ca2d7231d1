package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveListener;
import dk.grundskema.solver.engine.SolveProgress;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Continues a plan in use from a moment: what began before it stays as it is, and so do groups. Everything to come is planned close to the plan in use, as a
 * solve does that starts from a plan.
 */
public final class PlanContinuer {
    private final ChangeRequest change;
    private final List<Demand> demands;
    private final SplitPlan split;
    private final Timetable start;
    private final SolveRequest request;
    private final PreparedPlan plan;

    /**
     * Prepares to continue a plan.
     *
     * @param request the problem, as the reference the plan in use, in which {@link ChangeValidator} finds no error in a change to the same problem, and as the start what an
     *                earlier continuation from the same moment has found; {@code null} means the plan in use
     * @param now     the moment, in local time of the problem's zone
     * @throws IllegalArgumentException if a plugin's demand or rules are inconsistent
     * @throws PluginFailedException if a plugin throws
     */
    public PlanContinuer(PluginRegistry plugins, SolveRequest request, LocalDateTime now) {
        Problem problem = request.problem();
        this.request = request;
        this.change = new ChangeRequest(problem, problem, Objects.requireNonNull(request.reference()), now);
        this.demands = PreparedPlan.demands(plugins, problem);
        List<Demand> atAnyTime = PreparedPlan.demands(
                plugins,
                problem.withStaff(problem.staff().stream()
                        .map(one -> one.withAvailability(Availability.always()))
                        .toList()));
        this.split = new PlanSplitter(change, null, demands, atAnyTime).split(demands);
        Timetable found = request.start();
        this.start = found == null
                ? split.reference()
                : new PlanSplitter(new ChangeRequest(problem, problem, found, now), null, demands, atAnyTime)
                        .split(demands)
                        .reference();
        Blueprint blueprint = BlueprintBuilder.build(split.problem(), split.demands());
        PastDecisions.fix(split, blueprint);
        this.plan = PreparedPlan.of(plugins, blueprint, split.members(), split.reference());
    }

    /** Starts the solve on its own threads. Scores of its progress and of its timetables are about what is to come, with the cost of changes. */
    public Solve start(Planner planner, SolveListener listener) {
        return new JoinedSolve(planner.start(
                plan,
                new SolveRequest(
                        split.problem(),
                        request.hash(),
                        request.limits(),
                        request.seed(),
                        request.searches(),
                        split.reference(),
                        start),
                listener));
    }

    /** A solve whose timetables are of the whole plan. */
    private final class JoinedSolve implements Solve {
        private final Solve parts;

        JoinedSolve(Solve parts) {
            this.parts = parts;
        }

        private Timetable join(Timetable built) {
            return new PartJoiner(split, change, demands).join(built, request.hash());
        }

        @Override
        public Timetable await() throws InterruptedException {
            return join(parts.await());
        }

        @Override
        public Timetable best() throws InterruptedException {
            return join(parts.best());
        }

        @Override
        public void stop() {
            parts.stop();
        }

        @Override
        public SolveProgress progress() {
            return parts.progress();
        }
    }
}
