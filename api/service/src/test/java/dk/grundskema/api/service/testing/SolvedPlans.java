package dk.grundskema.api.service.testing;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Timetables for plans of tests, found in few steps, once each. */
public final class SolvedPlans {
    private static final Map<String, Timetable> FOUND = new ConcurrentHashMap<>();

    private SolvedPlans() {}

    /** A plan of an example, with a timetable; where it is. */
    public static String createSolvedPlan(ServiceClient client, Server server, String example, long steps) {
        return createSolvedPlan(client, server, TestServices.exampleProblem(example), steps);
    }

    /** A plan of a problem, with a timetable; where it is. */
    public static String createSolvedPlan(
            ServiceClient client, Server server, Map<String, Object> problem, long steps) {
        return createSolvedPlan(client, server, "/api/v1/organisations/home", problem, steps);
    }

    /** A plan of a problem in an organisation, with a timetable; where it is. */
    public static String createSolvedPlan(
            ServiceClient client, Server server, String organisation, Map<String, Object> problem, long steps) {
        String place = TestPlans.createPlan(client, organisation, problem).header("Location");
        giveTimetable(server, place, steps, 1);
        return place;
    }

    /** Gives a plan a timetable of its present problem. */
    public static void giveTimetable(Server server, String place, long steps, long seed) {
        var plans = server.bean(PlanStore.class);
        var documents = server.bean(DocumentStore.class);
        Plan plan = plans.get(TestPlans.planIdOf(place));
        StoredDocument.StoredProblem problem =
                documents.problem(plans.revision(plan.head()).problem());
        Timetable timetable =
                FOUND.computeIfAbsent(problem.hash() + " " + steps + " " + seed, fresh -> solve(problem, steps, seed));
        plans.change(
                plan.id(),
                plan.version(),
                new RevisionContent(
                        "revision.solved",
                        List.of(String.valueOf(seed), "0", "0", "0", "0"),
                        problem,
                        documents.store(timetable)),
                new AccountId("tests"));
    }

    private static Timetable solve(StoredDocument.StoredProblem problem, long steps, long seed) {
        try {
            return new PluginPlanningFacade()
                    .startSolve(
                            new SolveRequest(
                                    problem.value(), problem.hash(), SolveLimits.ofSteps(steps), seed, 1, null),
                            progress -> {})
                    .await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
