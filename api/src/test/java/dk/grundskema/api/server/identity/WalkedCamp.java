package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A camp that is planned, which requests are about. */
final class WalkedCamp {
    private static final long STEPS = 20;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final School school;
    private final Client all;
    private final Map<String, Object> problem;
    private final String plan;
    private final Meeting meeting;

    /**
     * Makes it.
     *
     * @param problem what is planned
     */
    WalkedCamp(School school, Map<String, Object> problem) {
        this.school = school;
        this.problem = problem;
        this.all = Services.administrator(school.server());
        this.plan = NewPlan.made(all, school.path(), problem).header("Location");
        Planned.give(school.server(), plan, STEPS, 1);
        this.meeting = meeting(school.server(), plan);
    }

    private static Meeting meeting(Server server, String plan) {
        var plans = server.part(Plans.class);
        String timetable = plans.revision(plans.get(NewPlan.id(plan)).head()).timetable();
        return server.part(Documents.class).timetable(Objects.requireNonNull(timetable)).value().meetings().stream()
                .filter(one -> one.seats().stream().map(MeetingSeat::staffId).anyMatch(Objects::nonNull))
                .findFirst()
                .orElseThrow();
    }

    /** Another number each time. */
    static int count() {
        return COUNT.incrementAndGet();
    }

    /** Where it is planned. */
    School school() {
        return school;
    }

    /** Whoever may do everything. */
    Client all() {
        return all;
    }

    /** What is planned. */
    Map<String, Object> problem() {
        return problem;
    }

    /** The plan that is looked at. */
    String plan() {
        return plan;
    }

    /** A meeting of it that somebody sits in. */
    Meeting meeting() {
        return meeting;
    }

    /** Who sits in a meeting of it. */
    StaffId staff() {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A scenario: the same plan once more, to be changed. */
    String copy() {
        Answer made = all.post(plan + "/scenarios", Map.of("title", "Mulighed " + count()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location");
    }

    /** The id of the first of a list of the problem. */
    @SuppressWarnings("unchecked") // a problem's parts are lists of objects
    String first(String part) {
        return (String)
                ((List<Map<String, Object>>) problem.get(part)).getFirst().get("id");
    }
}
