package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;

final class PlanStoryTest {
    private static final String HOME = "/api/v1/organisations/home";
    private static final String PLANS = HOME + "/plans";

    private static Map<String, Object> renamed(String title) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put("title", title);
        return Map.of("problem", problem);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanThatWasMadeIsThere(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        Answer made = TestPlans.createPlan(client, HOME, TestServices.exampleProblem("camp-3-weeks"));
        Answer found = client.get(made.header("Location"));
        assertThat(found.body()).isEqualTo(made.body());
        assertThat(found.tag()).isEqualTo("\"1\"");
        assertThat(found.at("/revision/text")).isEqualTo("The plan was made");
        assertThat(client.get(made.header("Location") + "/problem").at("/title"))
                .isEqualTo(TestServices.exampleProblem("camp-3-weeks").get("title"));
    }

    @ParameterizedTest
    @DatabaseSource
    void aChangeCanBeUndoneAndDoneAgain(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = TestPlans.createCampPlan(client);
        Answer changed = client.withHeader("If-Match", "\"1\"").put(plan + "/problem", renamed("Anden lejr"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.tag()).isEqualTo("\"2\"");
        Answer undone = client.withHeader("If-Match", "\"2\"").post(plan + "/undo", Map.of());
        assertThat(undone.at("/revision/number")).isEqualTo(1);
        assertThat(undone.at("/canRedo")).isEqualTo(true);
        assertThat(client.get(plan + "/problem").at("/title")).isNotEqualTo("Anden lejr");
        Answer redone = client.withHeader("If-Match", "\"3\"").post(plan + "/redo", Map.of());
        assertThat(redone.at("/revision/number")).isEqualTo(2);
        assertThat(client.get(plan + "/problem").at("/title")).isEqualTo("Anden lejr");
        assertThat(client.withHeader("If-Match", "\"4\"")
                        .post(plan + "/redo", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @DatabaseSource
    void changeOfAnOldVersionIsRefusedWithTheChangesSince(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = TestPlans.createCampPlan(client);
        client.withHeader("If-Match", "\"1\"").put(plan + "/problem", renamed("Først"));
        Answer late = client.withHeader("If-Match", "\"1\"").put(plan + "/problem", renamed("For sent"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/code")).isEqualTo("plan.changed-meanwhile");
        assertThat(late.at("/meanwhile/0/text")).isEqualTo("What is planned was changed");
        assertThat(late.at("/meanwhile/0/authorName"))
                .isEqualTo(client.get(plan).at("/revision/authorName"))
                .isEqualTo(client.get("/api/v1/me").at("/name"));
        assertThat(client.get(plan + "/problem").at("/title")).isEqualTo("Først");
        assertThat(client.put(plan + "/problem", renamed("Uden")).status()).isEqualTo(428);
    }

    @ParameterizedTest
    @DatabaseSource
    void everythingThatIsWrongWithAProblemIsSaidAtOnce(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put("horizon", "nej");
        problem.put("tittle", "Lejr");
        Answer answer = client.post(PLANS, Map.of("title", "Lejr", "problem", problem));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("/problem/horizon", "/problem/tittle");
        Answer untitled = client.post(PLANS, Map.of("title", " ", "problem", problem));
        assertThat(untitled.body()).contains("\"/title\"", "/problem/horizon", "/problem/tittle");
        assertThat(client.post(PLANS, Map.of("title", " ", "problem", TestServices.exampleProblem("camp-3-weeks")))
                        .at("/findings/0/pointer"))
                .isEqualTo("/title");
    }

    @ParameterizedTest
    @DatabaseSource
    void aStrangerIsAskedToSignInAndAForeignPlanIsNotThere(TestDatabase database) {
        var server = TestServices.on(database);
        String plan = TestPlans.createCampPlan(ServiceClient.administrator(server));
        assertThat(ServiceClient.anonymous(server).get(plan).status()).isEqualTo(401);
        assertThat(ServiceClient.anonymous(server).withToken("wrong").get(plan).status())
                .isEqualTo(401);
        assertThat(ServiceClient.administrator(server)
                        .get("/api/v1/plans/nothing")
                        .status())
                .isEqualTo(404);
        assertThat(ServiceClient.administrator(server)
                        .get("/api/v1/plans/%2e%2e")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @DatabaseSource
    void simultaneousUploadsOfTheSameProblemCreateAPlanEach(TestDatabase database) throws InterruptedException {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put("title", "Samtidig " + database);
        Map<String, Object> body = Map.of("title", "Lejr", "problem", problem);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> senders = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofPlatform()
                        .start(() -> answers.add(client.post(PLANS, body).status())))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(answers).hasSize(6).containsOnly(201);
    }

    /** Raw JSON has no defaults for missing values. */
    @ParameterizedTest
    @DatabaseSource
    void aPlanWithoutAProblemIsRefusedWithAllThatIsMissing(TestDatabase database) {
        Answer answer = ServiceClient.administrator(TestServices.on(database)).post(PLANS, Map.of("tittle", "Lejr"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/tittle", "problem");
    }
}
