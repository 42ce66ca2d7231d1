package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A school's plan is solved again in the middle of the school year: what has begun stays if the plan is in use. */
final class SolvePlanInUseTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);

    private final Server server = TestServices.on(TestDatabase.H2);

    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = SolvedPlans.createSolvedPlan(
            client, server, school.path(), TestServices.exampleProblem("school-12-classes"), 300);

    private Timetable timetable() {
        var plans = server.bean(PlanStore.class);
        String hash =
                plans.revision(plans.get(TestPlans.planIdOf(place)).head()).timetable();
        return server.bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(hash))
                .value();
    }

    private Problem problem() {
        var plans = server.bean(PlanStore.class);
        return server.bean(DocumentStore.class)
                .problem(plans.revision(plans.get(TestPlans.planIdOf(place)).head())
                        .problem())
                .value();
    }

    /** Returns the dates of a person's meetings, before today or from today on. */
    private static List<String> dates(Timetable timetable, String who, boolean isPast) {
        var dates = new ArrayList<String>();
        for (Meeting meeting : timetable.meetings()) {
            if (holders(meeting).contains(who)) {
                meeting.time().dates().stream()
                        .filter(date -> date.isBefore(TODAY) == isPast)
                        .forEach(date -> dates.add(date + " " + meeting.start() + " " + meeting.title()));
            }
        }
        return dates.stream().sorted().toList();
    }

    private static List<String> holders(Meeting meeting) {
        return meeting.seats().stream()
                .filter(seat -> !seat.locked())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private String busiest() {
        Map<String, Long> dates = new HashMap<>();
        for (Meeting meeting : timetable().meetings()) {
            holders(meeting)
                    .forEach(who -> dates.merge(who, (long) meeting.weeks().size(), Long::sum));
        }
        return dates.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @SuppressWarnings("unchecked")
    private void sendHome(String who) {
        var problem = new HashMap<>(TestServices.exampleProblem("school-12-classes"));
        var staff = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> one : (List<Map<String, Object>>) problem.get("staff")) {
            var copy = new HashMap<>(one);
            if (one.get("id").equals(who)) {
                copy.put(
                        "availability", Map.of("except", List.of(Map.of("from", "2026-08-01", "until", "2027-07-31"))));
            }
            staff.add(copy);
        }
        problem.put("staff", staff);
        Answer changed = client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/problem", Map.of("problem", problem));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    /** Returns the ended solve. */
    private Answer solve() {
        Answer queued = client.post(place + "/solves", Map.of("steps", 200));
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        Answer done = Polling.until(() -> client.get(queued.header("Location")), Polling::hasEnded);
        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        return done;
    }

    @Test
    @Tag("http")
    void whatHasBegunInAPlanInUseStaysAndTheRestFollowsTheProblem() {
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
        String who = busiest();
        List<String> held = dates(timetable(), who, true);
        sendHome(who);

        Answer done = solve();

        assertThat(held).isNotEmpty();
        assertThat(dates(timetable(), who, true)).isEqualTo(held);
        assertThat(dates(timetable(), who, false)).isEmpty();
        assertThat(PageClient.signedIn(server, school.addPerson(Role.PLANNER))
                        .get("/plans/" + TestPlans.planIdOf(place).value() + "/plan")
                        .body())
                .contains("Det, der er begyndt, bliver, som det var", "også for det, der er holdt")
                .doesNotContain("value=\"RESULT\"");
        assertThat(timetable().score().soft())
                .as("figures of the whole plan")
                .isEqualTo(new PluginPlanningFacade()
                        .evaluateScore(problem(), timetable(), List.of())
                        .soft());
        assertThat(client.get("/api/v1/solves/" + done.at("/id") + "/changes").body())
                .as("what has been held is not listed as gone")
                .contains("dates from Thursday 1 October to")
                .doesNotContain("September", "August");
        Answer refused = client.post("/api/v1/solves/" + done.at("/id") + "/continue", Map.of("steps", 100));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("solve.plan-in-use");
    }

    @Test
    void planThatIsNotInUseChangesThroughout() {
        String who = busiest();
        sendHome(who);

        solve();

        assertThat(dates(timetable(), who, true)).isEmpty();
        assertThat(PageClient.signedIn(server, school.addPerson(Role.PLANNER))
                        .get("/plans/" + TestPlans.planIdOf(place).value() + "/plan")
                        .body())
                .doesNotContain("bliver, som det var");
    }

    @Test
    void planInUseIsNotSolvedWithoutSomebodyWhoHasHeldMeetings() {
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/in-use", Map.of("inUse", true));
        String who = busiest();
        Map<String, Object> other = renamed(TestServices.exampleProblem("school-12-classes"), who, who + "-2");
        Answer changed = client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/problem", Map.of("problem", other));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        Answer refused = client.post(place + "/solves", Map.of("steps", 200));
        Answer anew = client.post(place + "/solves", Map.of("steps", 200, "continueFrom", "NOTHING"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("change.past-uses-missing");
        assertThat(anew.status()).as(anew.body()).isEqualTo(202);
    }

    @Test
    void planInUseThatIsOverIsSolvedAnewOnly() {
        String camp = SolvedPlans.createSolvedPlan(
                client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 100);
        client.withHeader("If-Match", client.get(camp).tag()).put(camp + "/in-use", Map.of("inUse", true));

        Answer refused = client.post(camp + "/solves", Map.of("steps", 100));
        Answer anew = client.post(camp + "/solves", Map.of("steps", 100, "continueFrom", "NOTHING"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("solve.plan-over");
        assertThat(anew.status()).as(anew.body()).isEqualTo(202);
    }

    /** Returns a document with another text wherever one is written. */
    private static Map<String, Object> renamed(Map<String, Object> document, String text, String other) {
        var copy = new HashMap<String, Object>();
        document.forEach((key, value) -> copy.put(key, renamed(value, text, other)));
        return copy;
    }

    private static Object renamed(Object value, String text, String other) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new HashMap<String, Object>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), renamed(inner, text, other)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(inner -> renamed(inner, text, other)).toList();
            default -> value.equals(text) ? other : value;
        };
    }
}
