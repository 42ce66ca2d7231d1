package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.testing.StatementListener;
import dk.grundskema.api.service.testing.TestServices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Renaming, deleting and restoring of plans, scenarios, and returning to earlier revisions. */
final class PlanLifecycleStoryTest {
    private static final String PLANS = "/api/v1/organisations/home/plans";

    private static String aPlan(ServiceClient client, String title) {
        return aPlan(client, PLANS, title);
    }

    private static String aPlan(ServiceClient client, String plans, String title) {
        return client.post(plans, Map.of("title", title, "problem", TestServices.exampleProblem("camp-3-weeks")))
                .header("Location");
    }

    /** Returns the path of a new organisation without plans, so that its lists have one page. */
    private static String newOrganisation(ServiceClient client) {
        return "/api/v1/organisations/"
                + client.post("/api/v1/organisations/home/organisations", Map.of("name", "Skole"))
                        .at("/id");
    }

    private static String id(String plan) {
        return plan.substring(plan.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanCanBeCalledSomethingElse(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        Answer renamed = client.withHeader("If-Match", "\"1\"").put(plan + "/title", Map.of("title", "Sommerlejr"));
        assertThat(renamed.at("/title")).isEqualTo("Sommerlejr");
        assertThat(renamed.tag()).isEqualTo("\"2\"");
        assertThat(client.withHeader("If-Match", "\"2\"")
                        .put(plan + "/title", Map.of("title", " "))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @DatabaseSource
    void anArchivedPlanIsOutOfTheListButAsItWas(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plans = newOrganisation(client) + "/plans";
        String plan = aPlan(client, plans, "Gammel lejr");
        client.withHeader("If-Match", "\"1\"").put(plan + "/archived", Map.of("archived", true));
        assertThat(client.get(plans).body()).doesNotContain(id(plan));
        assertThat(client.get(plans + "?archived=true").body()).contains(id(plan));
        assertThat(client.get(plan).status()).isEqualTo(200);
        client.withHeader("If-Match", "\"2\"").put(plan + "/archived", Map.of("archived", false));
        assertThat(client.get(plans).body()).contains(id(plan));
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanThatWasTakenAwayIsNotThereUntilItIsRestored(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String school = newOrganisation(client);
        String plan = aPlan(client, school + "/plans", "Fejl");
        assertThat(client.withHeader("If-Match", "\"1\"").delete(plan).status()).isEqualTo(204);
        assertThat(client.get(plan).status()).isEqualTo(404);
        assertThat(client.get(plan + "/problem").status()).isEqualTo(404);
        assertThat(client.get(school + "/plans").body()).doesNotContain(id(plan));
        assertThat(client.withHeader("If-Match", "\"2\"")
                        .post(plan + "/undo", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(client.get(school + "/deleted-plans").body()).contains(id(plan));
        assertThat(client.send("POST", plan + "/restore", "").status()).isEqualTo(200);
        assertThat(client.get(plan).status()).isEqualTo(200);
        assertThat(client.send("POST", plan + "/restore", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void ofAFamilyOnePlanIsInUse(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        String scenario =
                client.post(plan + "/scenarios", Map.of("title", "Med en mere")).header("Location");
        client.withHeader("If-Match", "\"1\"").put(plan + "/in-use", Map.of("inUse", true));
        client.withHeader("If-Match", "\"1\"").put(scenario + "/in-use", Map.of("inUse", true));
        assertThat(client.get(plan).at("/inUse")).isEqualTo(false);
        assertThat(client.get(scenario).at("/inUse")).isEqualTo(true);
        assertThat(client.get(scenario).at("/family")).isEqualTo(id(plan));
    }

    @ParameterizedTest
    @DatabaseSource
    void aPlanComesIntoUseWhateverIsDoneToItMeanwhile(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = aPlan(client, "Lejr");
        var waiting = new AtomicBoolean(true);
        JdbcClient meanwhile = StatementListener.wrap(server.bean(JdbcClient.class), sql -> {
            if (sql.endsWith("FOR UPDATE") && waiting.getAndSet(false)) {
                client.withHeader("If-Match", "\"1\"").put(plan + "/title", Map.of("title", "Sommerlejr"));
            }
        });
        new PlanLifecycle(
                        meanwhile,
                        TestClock.source(),
                        server.bean(TransactionTemplate.class),
                        server.bean(PlanStore.class),
                        server.bean(RevisionRepository.class),
                        List.of())
                .setInUse(new PlanId(id(plan)), new AccountId("tests"));
        Answer now = client.get(plan);
        assertThat(now.at("/title")).isEqualTo("Sommerlejr");
        assertThat(now.at("/inUse")).isEqualTo(true);
    }

    @ParameterizedTest
    @DatabaseSource
    void aScenarioGoesItsOwnWayAndIsComparedWithItsOrigin(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        Answer scenario = client.post(plan + "/scenarios", Map.of("title", "Med en mere"));
        assertThat(scenario.status()).as(scenario.body()).isEqualTo(201);
        assertThat(scenario.at("/revision/text")).isEqualTo("Begun as revision 1 of \"Lejr\"");
        assertThat(scenario.at("/canUndo")).isEqualTo(false);
        Answer more = client.withHeader("If-Match", "\"1\"")
                .put(scenario.header("Location") + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        assertThat(more.status()).as(more.body()).isEqualTo(200);
        assertThat(client.get(plan + "/problem").body()).doesNotContain("Ekstra Hånd");
        Answer compared = client.get(
                "/api/v1/revisions/" + client.get(plan).at("/revision/id") + "/comparison/" + more.at("/revision/id"));
        assertThat(compared.at("/problem/0/part")).as(compared.body()).isEqualTo("staff");
        assertThat(compared.at("/problem/0/kind")).isEqualTo("ADDED");
        assertThat(compared.at("/problem/0/text")).isEqualTo("Staff: Ekstra Hånd was added");
        assertThat(compared.at("/problem/1")).isEqualTo("null");
    }

    @ParameterizedTest
    @DatabaseSource
    void goingBackMakesARevisionWithTheEarlierContent(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        Object first = client.get(plan).at("/revision/id");
        client.withHeader("If-Match", "\"1\"").put(plan + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        Answer back = client.withHeader("If-Match", "\"2\"").post(plan + "/return", Map.of("revision", first));
        assertThat(back.at("/revision/number")).isEqualTo(3);
        assertThat(back.at("/revision/problem"))
                .isEqualTo(client.get("/api/v1/revisions/" + first).at("/problem"));
        String other = aPlan(client, "En anden");
        Answer foreign = client.withHeader("If-Match", "\"1\"").post(other + "/return", Map.of("revision", first));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.at("/findings/0/pointer")).isEqualTo("/revision");
    }

    @ParameterizedTest
    @DatabaseSource
    void missingAndDuplicateItemsAreReportedInWholeSentences(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        ServiceClient danish =
                new ServiceClient(client.base(), List.of("Accept-Language", "da")).withToken(TestDatabase.TOKEN);
        assertThat(danish.get(plan + "/rooms/x").body()).contains("Planen har ikke et lokale med id x.");
        assertThat(danish.get(plan + "/staff/x").body()).contains("Planen har ikke en medarbejder med id x.");
        assertThat(danish.get(plan + "/students/x").body()).contains("Planen har ikke en elev med id x.");
        assertThat(client.get(plan + "/students/x").body()).contains("The plan does not have a student with the id x.");
        @SuppressWarnings("unchecked") // interventions are objects
        var there = (Map<String, Object>)
                ((List<?>) client.get(plan + "/interventions").at("/items")).getFirst();
        Answer twice = danish.withHeader("If-Match", "\"1\"").post(plan + "/interventions", there);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("Planen har allerede en indsats med id ");
    }

    @ParameterizedTest
    @DatabaseSource
    void conflictListsEachRevisionSince(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        client.withHeader("If-Match", "\"1\"").put(plan + "/staff/a1", Map.of("name", "Første Ekstra"));
        client.withHeader("If-Match", "\"2\"").put(plan + "/staff/a2", Map.of("name", "Anden Ekstra"));
        Answer late = client.withHeader("If-Match", "\"1\"").put(plan + "/staff/a3", Map.of("name", "Tredje Ekstra"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/meanwhile/0/text")).isEqualTo("Staff member Anden Ekstra was added");
        assertThat(late.at("/meanwhile/1/number")).isEqualTo(2);
        assertThat(late.at("/meanwhile/2")).isEqualTo("null");
    }

    @ParameterizedTest
    @DatabaseSource
    void conflictListsUndoAndOtherStepsWithTheirAuthors(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        client.withHeader("If-Match", "\"1\"").put(plan + "/staff/a1", Map.of("name", "Første Ekstra"));
        Answer undone = client.withHeader("If-Match", "\"2\"").post(plan + "/undo", Map.of());
        Object me = client.get("/api/v1/me").at("/account");
        assertThat(undone.at("/undone/number")).as("target of redo").isEqualTo(2);
        assertThat(undone.at("/undone/author")).isEqualTo(me);
        client.withHeader("If-Match", "\"3\"").post(plan + "/redo", Map.of());
        client.withHeader("If-Match", "\"4\"").put(plan + "/title", Map.of("title", "Sommerlejr"));
        Answer late = client.withHeader("If-Match", "\"2\"").post(plan + "/undo", Map.of());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/meanwhile/0/text")).isEqualTo("The plan was given the title \"Sommerlejr\"");
        assertThat(late.at("/meanwhile/1/text")).isEqualTo("Revision 2 was redone");
        assertThat(late.at("/meanwhile/2/text")).isEqualTo("Revision 2 was undone");
        assertThat(late.at("/meanwhile/2/author")).isEqualTo(me);
        assertThat(late.at("/meanwhile/3")).isEqualTo("null");
        client.withHeader("If-Match", "\"5\"").post(plan + "/undo", Map.of());
        Answer other = client.withHeader("If-Match", "\"6\"").put(plan + "/staff/a2", Map.of("name", "Anden Ekstra"));
        assertThat(other.at("/canRedo")).as("something else was done since").isEqualTo(false);
        assertThat(other.at("/undone")).isEqualTo("null");
        assertThat(client.withHeader("If-Match", "\"7\"")
                        .post(plan + "/redo", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPartIsReplacedAndWhatIsWrongWithItIsSaidWhereItWasSent(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        Object intervention = ((List<?>) client.get(plan + "/interventions").at("/items")).getFirst();
        Map<String, Object> changed = new HashMap<>();
        ((Map<?, ?>) intervention).forEach((key, value) -> changed.put(String.valueOf(key), value));
        changed.put("title", "Ny titel");
        String at = plan + "/interventions/" + changed.get("id");
        Answer put = client.withHeader("If-Match", "\"1\"").put(at, changed);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.at("/revision/text")).isEqualTo("The intervention Ny titel was changed: Name");
        assertThat(client.get(at).at("/title")).isEqualTo("Ny titel");
        assertThat(client.get(at).tag())
                .as("a part has the plan's tag")
                .isEqualTo(client.get(plan + "/rooms").tag())
                .isEqualTo("\"2\"");
        changed.put("title", "");
        changed.put("colour", "blå");
        Answer wrong = client.withHeader("If-Match", "\"2\"").put(at, changed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"/title\"", "\"/colour\"");
        assertThat(client.withHeader("If-Match", "\"2\"")
                        .post(plan + "/interventions", changed)
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @DatabaseSource
    void studentWishedForByAnotherCannotBeRemoved(TestDatabase database) {
        ServiceClient client = ServiceClient.administrator(TestServices.on(database));
        String plan = aPlan(client, "Lejr");
        Answer wished = client.withHeader("If-Match", "\"1\"").delete(plan + "/students/e03");
        assertThat(wished.status()).as("e01 wishes to be with e03").isEqualTo(422);
        assertThat(wished.at("/findings/0/pointer")).isEqualTo("problem#/students/0/wishedWith/0");
        assertThat(client.get(plan + "/students/e03").status()).isEqualTo(200);
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .put(plan + "/students/e01", Map.of("name", "Uden Ønsker", "school", "skovvang"))
                        .status())
                .isEqualTo(200);
        Answer free = client.withHeader("If-Match", "\"2\"").delete(plan + "/students/e03");
        assertThat(free.status()).as(free.body()).isEqualTo(200);
        assertThat(client.get(plan + "/students/e03").status()).isEqualTo(404);
        Answer horizon = client.withHeader("If-Match", "\"3\"")
                .put(plan + "/horizon", Map.of("firstWeek", "2026-W40", "weeks", 99));
        assertThat(horizon.status()).isEqualTo(422);
        assertThat(horizon.body()).contains("\"/weeks\"");
        assertThat(client.get(plan + "/findings").status()).isEqualTo(200);
    }
}
