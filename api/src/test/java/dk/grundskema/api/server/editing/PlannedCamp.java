package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.util.List;
import java.util.Map;

/**
 * A camp in a service that was planned a little.
 *
 * @param server    the service
 * @param client    the administrator
 * @param id        the plan's id
 * @param timetable as it was planned
 */
record PlannedCamp(Server server, Client client, String id, Timetable timetable) {
    private static final PluginHouse HOUSE = new PluginHouse();
    private static final Problem PROBLEM = problem();
    private static final Timetable PLANNED = planned();

    private static Problem problem() {
        return ((Read.Good<Problem>) HOUSE.problem(json())).value();
    }

    private static String json() {
        return JsonText.of(Json.fromJava(Services.example("camp-3-weeks")));
    }

    private static Timetable planned() {
        try {
            return HOUSE.start(new SolveRequest(PROBLEM, "", SolveLimits.ofSteps(3000), 1, 1, null), progress -> {})
                    .await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static PlannedCamp on(Database database) {
        Server server = Services.on(database);
        Client client = Services.administrator(server);
        String id = NewPlan.id(NewPlan.of(client)).value();
        var documents = server.part(Documents.class);
        var plans = server.part(Plans.class);
        Plan plan = plans.get(new PlanId(id));
        var problem = documents.problem(plans.revision(plan.head()).problem());
        return new PlannedCamp(server, client, id, changed(server, plan, problem, PLANNED.groups()));
    }

    /** Gives the plan a timetable with other members of its teams. */
    private static Timetable changed(Server server, Plan plan, Kept.OfProblem problem, List<GroupMembers> groups) {
        var own = new Timetable(
                PLANNED.version(),
                problem.hash(),
                PLANNED.zone(),
                PLANNED.seed(),
                PLANNED.score(),
                PLANNED.rules(),
                groups,
                PLANNED.meetings(),
                PLANNED.tasks());
        server.part(Plans.class)
                .change(
                        plan.id(),
                        plan.version(),
                        new Change(
                                "revision.created",
                                List.of(),
                                problem,
                                server.part(Documents.class).keep(own)),
                        new AccountId("test"));
        return own;
    }

    /** Takes everybody out of the teams. */
    void withoutMembers() {
        Plan plan = server.part(Plans.class).get(new PlanId(id));
        String problem = server.part(Plans.class).revision(plan.head()).problem();
        changed(server, plan, server.part(Documents.class).problem(problem), List.of());
    }

    String path() {
        return "/api/v1/plans/" + id;
    }

    Problem asked() {
        return PROBLEM;
    }

    String tag() {
        return client.get(path()).tag();
    }

    /** The client with the tag that the plan has now. */
    Client fresh() {
        return client.with("If-Match", tag());
    }

    /** The answer to a change by hand that is kept. */
    Answer edited(Map<String, ?> change) {
        Answer edited = fresh().post(path() + "/edits", Map.of("changes", List.of(change)));
        if (edited.status() != 200) {
            throw new AssertionError("The change could not be made: " + edited);
        }
        return edited;
    }

    /** A module in which somebody teaches something, as the plan is now. */
    Meeting module() {
        return now().meetings().stream()
                .filter(one -> one.kind().equals("module") && !one.subject().isEmpty())
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
    }

    /** A change by hand that moves a meeting from where it is in the day to three in the morning. */
    static Map<String, Object> toNight(Meeting meeting) {
        return Map.of(
                "what",
                "TIME",
                "sessionId",
                meeting.sessionId().value(),
                "time",
                Map.of(
                        "weeks",
                        List.of(meeting.weeks().first().toString()),
                        "weekday",
                        meeting.weekday().name(),
                        "start",
                        "03:00",
                        "end",
                        "05:00"));
    }

    Timetable now() {
        var plans = server.part(Plans.class);
        String hash = plans.revision(plans.get(new PlanId(id)).head()).timetable();
        return server.part(Documents.class).timetable(hash).value();
    }

    Problem nowAsked() {
        var plans = server.part(Plans.class);
        return server.part(Documents.class)
                .problem(plans.revision(plans.get(new PlanId(id)).head()).problem())
                .value();
    }
}
