package dk.grundskema.api.service.testing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
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
public record PlannedCampFixture(Server server, ServiceClient client, String id, Timetable timetable) {
    private static final PluginPlanningFacade HOUSE = new PluginPlanningFacade();
    private static final Problem PROBLEM = problem();
    private static final Timetable PLANNED = planned();

    private static Problem problem() {
        return ((ReadResult.Success<Problem>) HOUSE.readProblem(json())).value();
    }

    private static String json() {
        return JsonFormatter.format(Json.fromJava(TestServices.exampleProblem("camp-3-weeks")));
    }

    private static Timetable planned() {
        try {
            return HOUSE.startSolve(
                            new SolveRequest(PROBLEM, "", SolveLimits.ofSteps(3000), 1, 1, null), progress -> {})
                    .await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static PlannedCampFixture start(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String place = TestPlans.createPlan(
                        client, "/api/v1/organisations/home", TestServices.exampleProblem("camp-3-weeks"))
                .header("Location");
        String id = TestPlans.planIdOf(place).value();
        var documents = server.bean(DocumentStore.class);
        var plans = server.bean(PlanStore.class);
        Plan plan = plans.get(new PlanId(id));
        var problem = documents.problem(plans.revision(plan.head()).problem());
        return new PlannedCampFixture(server, client, id, replaceTimetable(server, plan, problem, PLANNED.groups()));
    }

    /** Gives the plan a timetable with other members of its teams. */
    private static Timetable replaceTimetable(
            Server server, Plan plan, StoredDocument.StoredProblem problem, List<GroupMembers> groups) {
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
        server.bean(PlanStore.class)
                .change(
                        plan.id(),
                        plan.version(),
                        new RevisionContent(
                                "revision.created",
                                List.of(),
                                problem,
                                server.bean(DocumentStore.class).store(own)),
                        new AccountId("test"));
        return own;
    }

    /** Takes everybody out of the teams. */
    public void removeMembers() {
        Plan plan = server.bean(PlanStore.class).get(new PlanId(id));
        String problem = server.bean(PlanStore.class).revision(plan.head()).problem();
        replaceTimetable(server, plan, server.bean(DocumentStore.class).problem(problem), List.of());
    }

    public String path() {
        return "/api/v1/plans/" + id;
    }

    public Problem plannedProblem() {
        return PROBLEM;
    }

    String tag() {
        return client.get(path()).tag();
    }

    /** The client with the tag that the plan has now. */
    public ServiceClient versionedClient() {
        return client.withHeader("If-Match", tag());
    }

    /** The answer to a change by hand that is kept. */
    public Answer edit(Map<String, ?> change) {
        Answer edited = versionedClient().post(path() + "/edits", Map.of("changes", List.of(change)));
        if (edited.status() != 200) {
            throw new AssertionError("The change could not be made: " + edited);
        }
        return edited;
    }

    /** Returns a module with a subject and a staff member in the current plan. */
    public Meeting module() {
        return currentTimetable().meetings().stream()
                .filter(one -> one.kind().equals("module") && !one.subject().isEmpty())
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
    }

    /** A change by hand that moves a meeting from where it is in the day to three in the morning. */
    public static Map<String, Object> toNight(Meeting meeting) {
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

    public Timetable currentTimetable() {
        var plans = server.bean(PlanStore.class);
        String hash = plans.revision(plans.get(new PlanId(id)).head()).timetable();
        return server.bean(DocumentStore.class).timetable(hash).value();
    }

    public Problem currentProblem() {
        var plans = server.bean(PlanStore.class);
        return server.bean(DocumentStore.class)
                .problem(plans.revision(plans.get(new PlanId(id)).head()).problem())
                .value();
    }
}
