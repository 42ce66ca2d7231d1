package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A camp that is planned, which requests are about. */
final class RequestCampFixture {
    private static final long STEPS = 20;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestSchool school;
    private final ServiceClient administrator;
    private final Map<String, Object> problem;
    private final String plan;
    private final Meeting meeting;
    private String unchangedPlan = "";

    /**
     * Creates the plan.
     *
     * @param problem problem of the plan
     */
    RequestCampFixture(TestSchool school, Map<String, Object> problem) {
        this.school = school;
        this.problem = problem;
        this.administrator = ServiceClient.administrator(school.server());
        this.plan = createPlan();
        this.meeting = meeting(school.server(), plan);
    }

    private String createPlan() {
        return SolvedPlans.createSolvedPlan(administrator, school.server(), school.path(), problem, STEPS);
    }

    private static Meeting meeting(Server server, String plan) {
        var plans = server.bean(PlanStore.class);
        String timetable =
                plans.revision(plans.get(TestPlans.planIdOf(plan)).head()).timetable();
        return server.bean(DocumentStore.class).timetable(Objects.requireNonNull(timetable)).value().meetings().stream()
                .filter(one -> one.seats().stream().map(MeetingSeat::staffId).anyMatch(Objects::nonNull))
                .findFirst()
                .orElseThrow();
    }

    /** Another number each time. */
    static int nextNumber() {
        return COUNT.incrementAndGet();
    }

    /** Where it is planned. */
    TestSchool school() {
        return school;
    }

    /** Returns a client with all permissions. */
    ServiceClient plannerClient() {
        return administrator;
    }

    /** Returns the problem. */
    Map<String, Object> problem() {
        return problem;
    }

    /** The plan that is looked at. */
    String plan() {
        return plan;
    }

    /** Returns a meeting with at least one seat holder. */
    Meeting meeting() {
        return meeting;
    }

    /** Returns a seat holder of the meeting. */
    StaffId staff() {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A plan whose timetable fits its problem, whatever was done to the plan that is looked at: with the same problem and the same meetings at first. */
    String unchangedPlan() {
        if (unchangedPlan.isEmpty()) {
            unchangedPlan = createPlan();
        }
        return unchangedPlan;
    }

    /** A scenario: the same plan once more, to be changed. */
    String createScenario() {
        return createScenario(plan);
    }

    /** A scenario of a plan, to be changed. */
    String createScenario(String of) {
        Answer made = administrator.post(of + "/scenarios", Map.of("title", "Mulighed " + nextNumber()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    /** The id of the first of a list of the problem. */
    @SuppressWarnings("unchecked") // a problem's parts are lists of objects
    String firstIdOf(String part) {
        return (String)
                ((List<Map<String, Object>>) problem.get(part)).getFirst().get("id");
    }
}
