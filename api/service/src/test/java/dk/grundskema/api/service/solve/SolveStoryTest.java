package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SolveStoryTest {
    private static final String LONG = "{\"steps\": 1000000000}";

    private static ServiceClient client(TestDatabase database) {
        return ServiceClient.administrator(TestServices.on(database));
    }

    private static Answer queued(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static Answer solved(ServiceClient client, String plan, Map<String, ?> asked) {
        String job = queued(client.post(plan + "/solves", asked)).header("Location");
        return Polling.until(() -> client.get(job), Polling::hasEnded);
    }

    private static void change(ServiceClient client, String plan, String title) {
        Map<String, Object> problem = TestServices.weekOfCamp();
        problem.put("title", title);
        Answer changed = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/problem", Map.of("problem", problem));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void theResultOfASolveBecomesARevisionOfThePlanThatStayedAsItWas() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);

        Answer done = solved(client, plan, Map.of("steps", 500, "seed", 3));

        assertThat(done.at("/state")).as(done.body()).isEqualTo("DONE");
        assertThat((String) done.at("/text")).startsWith("Done · ").contains("conflict", "adult", "unmet");
        assertThat(done.at("/standing/conflicts").toString()).matches("\\d+");
        Answer now = client.get(plan);
        assertThat(now.at("/revision/id")).isEqualTo(done.at("/revision"));
        assertThat(now.at("/revision/code")).isEqualTo("revision.solved");
        assertThat((String) now.at("/revision/text")).isEqualTo("Planned by the computer");
        assertThat(now.at("/revision/timetable").toString()).hasSize(64);
        assertThat(now.tag()).isEqualTo("\"2\"");
    }

    @Test
    void theSameSeedAndStepsGiveTheSameTimetable() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        var asked = Map.of("steps", 100, "seed", 5, "continueFrom", "NOTHING");

        Answer one = solved(client, plan, asked);
        Answer other = solved(client, plan, asked);

        assertThat(one.at("/score")).isEqualTo(other.at("/score"));
        assertThat(client.get("/api/v1/solves/" + one.at("/id") + "/timetable").body())
                .isEqualTo(client.get("/api/v1/solves/" + other.at("/id") + "/timetable")
                        .body());
    }

    @Test
    void aResultThatNamesWhatIsGoneCannotBeAdopted() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        String job = queued(client.send("POST", plan + "/solves", LONG)).header("Location");
        Polling.until(() -> client.get(job), one -> one.at("/score") instanceof Map);
        client.withHeader("If-Match", "\"1\"")
                .put(plan + "/problem", Map.of("problem", TestServices.exampleProblem("camp-4-weeks-overnight")));
        client.post(job + "/stop", Map.of());
        Polling.until(() -> client.get(job), Polling::hasEnded);

        Answer refused = client.withHeader("If-Match", "\"2\"").post(job + "/adopt", Map.of());

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("solve.no-longer-fits");
        assertThat(client.get(plan).tag()).isEqualTo("\"2\"");
    }

    @Test
    void aPlanThatWasChangedMeanwhileIsLeftAloneUntilSomebodyAdoptsTheResult() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        String job = queued(client.send("POST", plan + "/solves", LONG)).header("Location");
        Polling.until(() -> client.get(job), one -> one.at("/score") instanceof Map);
        change(client, plan, "Anden lejr");
        client.post(job + "/stop", Map.of());
        Answer done = Polling.until(() -> client.get(job), Polling::hasEnded);

        assertThat(done.at("/state")).isEqualTo("DONE");
        assertThat(done.at("/revision")).isEqualTo("null");
        assertThat(client.get(plan).at("/revision/code")).isEqualTo("revision.problem-changed");
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .post(job + "/adopt", Map.of())
                        .status())
                .isEqualTo(412);
        Answer adopted = client.withHeader("If-Match", "\"2\"").post(job + "/adopt", Map.of());
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
        assertThat(adopted.tag()).isEqualTo("\"3\"");
        assertThat(client.get(plan).at("/revision/id")).isEqualTo(adopted.at("/revision"));
        assertThat(client.get(plan + "/problem").at("/title")).isEqualTo("Anden lejr");
    }

    @Test
    void aSolveThatHasEndedGoesOnFromItsBest() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        Answer first = solved(client, plan, Map.of("steps", 100));
        String job = "/api/v1/solves/" + first.at("/id");

        queued(client.post(job + "/continue", Map.of("steps", 200)));
        Answer second = Polling.until(() -> client.get(job), Polling::hasEnded);

        assertThat(second.at("/state")).as(second.body()).isEqualTo("DONE");
        assertThat(Polling.isAtLeastAsGood(second, first))
                .as("%s after %s", second, first)
                .isTrue();
        assertThat(second.at("/stepsMade").toString()).isEqualTo("300");
        assertThat(client.get(plan).at("/revision/id")).isEqualTo(second.at("/revision"));
        assertThat(client.get(plan).at("/revision/number").toString()).isEqualTo("3");
    }

    @Test
    void aReplanStaysCloseToThePlanAndListsWhatItChanges() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        assertThat(client.post(plan + "/replans", Map.of("steps", 10)).status()).isEqualTo(409);
        solved(client, plan, Map.of("steps", 100));
        change(client, plan, "Lejr med ny titel");

        String job = queued(client.post(plan + "/replans", Map.of("steps", 10, "seed", 2)))
                .header("Location");
        Answer replanned = Polling.until(() -> client.get(job), Polling::hasEnded);
        Answer anew = solved(client, plan, Map.of("steps", 100, "seed", 2, "continueFrom", "NOTHING"));
        Answer unsaid = solved(client, plan, Map.of("steps", 10));

        assertThat(replanned.at("/continueFrom")).isEqualTo("CURRENT");
        assertThat(unsaid.at("/continueFrom"))
                .as("a plan with a timetable starts from it")
                .isEqualTo("CURRENT");
        Answer changes = client.get(job + "/changes");
        assertThat(changes.status()).as(changes.body()).isEqualTo(200);
        Answer others = client.get("/api/v1/solves/" + anew.at("/id") + "/changes");
        assertThat(days(changes)).isLessThan(days(others));
        assertThat((String) others.at("/kinds/0/heading")).isNotBlank();
        assertThat((List<?>) others.at("/kinds/0/changes")).isNotEmpty();
    }

    private static int days(Answer changes) {
        return Integer.parseInt(changes.at("/personDays").toString());
    }

    @Test
    void invalidOrEmptySolveRequestIsRefusedWithItsReason() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        Answer wrong = client.post(
                plan + "/solves", Map.of("seconds", 0, "steps", 5, "searches", 99, "priority", 11, "sed", 1));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("/seconds", "/searches", "/priority", "/sed", "seconds or steps");
        assertThat(client.post(plan + "/solves", Map.of("seconds", 86_401)).status())
                .isEqualTo(422);

        var empty = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        empty.put("interventions", List.of());
        String nothing = client.post("/api/v1/organisations/home/plans", Map.of("title", "Tom", "problem", empty))
                .header("Location");
        Answer refused = client.post(nothing + "/solves", Map.of("steps", 1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("solve.nothing-asked");
        assertThat(client.post(nothing + "/precheck", Map.of()).body()).contains("solve.nothing-asked");
    }

    @Test
    void thePrecheckSaysWhatIsShort() {
        ServiceClient client = client(TestDatabase.H2);
        ServiceClient.Answer made = client.post(
                "/api/v1/organisations/home/plans",
                Map.of("title", "Lejr", "problem", TestServices.exampleProblem("camp-too-few-staff")));
        ServiceClient.Answer told = client.post(made.header("Location") + "/precheck", Map.of());
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("precheck.");

        var school = new HashMap<>(TestServices.exampleProblem("school-12-classes"));
        school.put(
                "interventions",
                List.of(Map.of(
                        "id", "co-teaching",
                        "type", "co-teaching",
                        "title", "Tolærere",
                        "parameterVersion", 1,
                        "parameters",
                                Map.of(
                                        "classes",
                                                List.of(Map.of(
                                                        "groupId", "1a", "scheme", "TYPE_1", "lessonsPerWeek", 30)),
                                        "pool", List.of(Map.of("staffId", "kj", "lessonsPerWeek", 40))))));
        String plan = client.post("/api/v1/organisations/home/plans", Map.of("title", "Skole", "problem", school))
                .header("Location");
        assertThat(client.post(plan + "/precheck", Map.of()).body())
                .contains("co-teaching.classes.minimum-above-lessons");
    }

    @Test
    @Tag("http")
    void aWaitingSolveCanBeHurriedAndStopped() {
        ServiceClient client = client(TestDatabase.H2);
        String plan = TestPlans.createCampPlan(client);
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> running = java.util.stream.IntStream.range(0, cores)
                .mapToObj(
                        i -> queued(client.send("POST", plan + "/solves", LONG)).header("Location"))
                .toList();
        running.forEach(job ->
                Polling.until(() -> client.get(job), one -> one.at("/state").equals("RUNNING")));
        String first = queued(client.send("POST", plan + "/solves", LONG)).header("Location");
        String second = queued(client.send("POST", plan + "/solves", LONG)).header("Location");

        assertThat(client.get(first).at("/place").toString()).isEqualTo("1");
        assertThat((String) client.get(second).at("/text")).isEqualTo("Waiting, number 2 in the queue");
        assertThat(client.put(second + "/priority", Map.of("priority", 5)).status())
                .isEqualTo(200);
        assertThat(client.get(second).at("/place").toString()).isEqualTo("1");
        assertThat(client.put(running.getFirst() + "/priority", Map.of("priority", 5))
                        .status())
                .isEqualTo(409);

        client.post(running.getFirst() + "/stop", Map.of());
        Polling.until(() -> client.get(second), one -> one.at("/state").equals("RUNNING"));
        Answer stopped = client.post(first + "/stop", Map.of());
        assertThat(stopped.at("/state")).isEqualTo("DONE");
        assertThat(stopped.body()).contains("solve.stopped-before-anything");
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .post(first + "/adopt", Map.of())
                        .at("/code"))
                .isEqualTo("solve.no-result");

        running.forEach(job -> client.post(job + "/stop", Map.of()));
        client.post(second + "/stop", Map.of());
        Answer last = Polling.until(() -> client.get(second), Polling::hasEnded);
        assertThat(last.at("/state")).isEqualTo("DONE");
        assertThat(last.at("/score")).isInstanceOf(Map.class);
        Answer list = client.get(plan + "/solves");
        assertThat((List<?>) list.at("/items")).hasSize(cores + 2);
        assertThat("/api/v1/solves/" + list.at("/items/0/id")).isEqualTo(second);
        assertThat(client.get("/api/v1/organisations/home/solves").body()).contains((String) list.at("/items/1/id"));
    }
}
