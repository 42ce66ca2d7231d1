package dk.grundskema.api.server;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Timetables for plans of tests, found in few steps, once each. */
public final class Planned {
    private static final Map<String, Timetable> FOUND = new ConcurrentHashMap<>();

    private Planned() {}

    /** A plan of an example, with a timetable; where it is. */
    public static String plan(Client client, Server server, String example, long steps) {
        return plan(client, server, Services.example(example), steps);
    }

    /** A plan of a problem, with a timetable; where it is. */
    public static String plan(Client client, Server server, Map<String, Object> problem, long steps) {
        return plan(client, server, "/api/v1/organisations/home", problem, steps);
    }

    /** A plan of a problem in an organisation, with a timetable; where it is. */
    public static String plan(
            Client client, Server server, String organisation, Map<String, Object> problem, long steps) {
        String place = NewPlan.made(client, organisation, problem).header("Location");
        give(server, place, steps, 1);
        return place;
    }

    /** Gives a plan a timetable of its present problem. */
    public static void give(Server server, String place, long steps, long seed) {
        var plans = server.part(Plans.class);
        var documents = server.part(Documents.class);
        Plan plan = plans.get(NewPlan.id(place));
        Kept.OfProblem problem = documents.problem(plans.revision(plan.head()).problem());
        Timetable timetable =
                FOUND.computeIfAbsent(problem.hash() + " " + steps + " " + seed, fresh -> found(problem, steps, seed));
        plans.change(
                plan.id(),
                plan.version(),
                new Change(
                        "revision.solved",
                        List.of(String.valueOf(seed), "0", "0", "0", "0"),
                        problem,
                        documents.keep(timetable)),
                new AccountId("tests"));
    }

    private static Timetable found(Kept.OfProblem problem, long steps, long seed) {
        try {
            return new PluginHouse()
                    .start(
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
