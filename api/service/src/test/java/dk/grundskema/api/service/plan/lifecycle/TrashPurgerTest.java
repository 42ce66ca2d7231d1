package dk.grundskema.api.service.plan.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentRepository;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.UnusedDocumentCollector;
import dk.grundskema.api.service.testing.NamedCampProblem;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deleted plans disappear at once, can be restored for thirty days and are then purged. */
final class TrashPurgerTest {
    private static final String TRASH = "/api/v1/organisations/home/deleted-plans";

    private static String id(String plan) {
        return plan.substring(plan.lastIndexOf('/') + 1);
    }

    private static Timetable timetable(Server server, String plan) {
        var plans = server.bean(PlanStore.class);
        Revision head = plans.revision(plans.get(new PlanId(id(plan))).head());
        return server.bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(head.timetable()))
                .value();
    }

    private static void putAway(ServiceClient client, String plan) {
        assertThat(client.withHeader("If-Match", client.get(plan).tag())
                        .delete(plan)
                        .status())
                .isEqualTo(204);
    }

    private static Map<?, ?> inTrash(ServiceClient client, String plan) {
        return ((List<?>) client.get(TRASH).at("/items"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> id(plan).equals(each.get("id")))
                        .findFirst()
                        .orElseThrow();
    }

    private static long rows(Server server, String table, String plan) {
        return server.bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM " + table + " WHERE plan = :plan")
                .param("plan", id(plan))
                .query(Long.class)
                .single();
    }

    private static long inDocuments(Server server, String text) {
        var documents = server.bean(DocumentStore.class);
        return server.bean(JdbcClient.class).sql("SELECT hash FROM document").query(String.class).list().stream()
                .filter(hash -> documents.text(hash).contains(text))
                .count();
    }

    /** Enters an absence and the attendance of a meeting, and solves the plan again. */
    private static void addTraces(Server server, ServiceClient client, String plan) {
        Meeting meeting = timetable(server, plan).meetings().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null))
                .findFirst()
                .orElseThrow();
        String who = meeting.seats().stream()
                .map(seat -> String.valueOf(seat.staffId()))
                .filter(one -> !one.equals("null"))
                .findFirst()
                .orElseThrow();
        Answer absence = client.post(
                plan + "/absences",
                Map.of(
                        "staffId",
                        who,
                        "from",
                        meeting.time().firstDate() + "T08:00",
                        "until",
                        meeting.time().firstDate() + "T12:00"));
        assertThat(absence.status()).as(absence.body()).isEqualTo(201);
        Answer delivery = client.put(
                plan + "/deliveries?session="
                        + URLEncoder.encode(meeting.sessionId().value(), StandardCharsets.UTF_8) + "&date="
                        + meeting.time().firstDate(),
                Map.of());
        assertThat(delivery.status()).as(delivery.body()).isEqualTo(200);
        Answer published = client.withHeader("If-Match", client.get(plan).tag())
                .post(plan + "/publications", Map.of("confirmOpenSeats", true, "note", "Nu"));
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        String solve = client.post(plan + "/solves", Map.of("steps", 1)).header("Location");
        Polling.until(() -> client.get(solve), one -> one.at("/state").equals("DONE"));
    }

    @ParameterizedTest
    @DatabaseSource
    @Tag("http")
    void dataOfADeletedPlanDisappearsAndComesBackWithThePlan(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = SolvedPlans.createSolvedPlan(client, server, NamedCampProblem.problem("Lejr", "Skjulte"), 20);
        addTraces(server, client, plan);
        String solve = "/api/v1/solves/" + client.get(plan + "/solves").at("/items/0/id");
        List<String> beside = List.of(
                plan + "/deliveries",
                plan + "/absences",
                plan + "/solves",
                plan + "/publications",
                plan + "/publications/1",
                plan + "/publications/preview",
                plan + "/links",
                solve,
                solve + "/timetable",
                solve + "/changes");
        beside.forEach(each -> assertThat(client.get(each).status()).as(each).isEqualTo(200));
        putAway(client, plan);
        beside.forEach(each -> assertThat(client.get(each).status()).as(each).isEqualTo(404));
        assertThat(client.get("/api/v1/organisations/home/solves").body()).doesNotContain(id(plan));
        Answer back = client.post(plan + "/restore", Map.of());
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        beside.forEach(each -> assertThat(client.get(each).status()).as(each).isEqualTo(200));
    }

    @ParameterizedTest
    @DatabaseSource
    @Tag("http")
    void deletedPlanIsPurgedWithItsOwnDataAfterThirtyDays(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String binding = SolvedPlans.createSolvedPlan(client, server, TestServices.weekOfCamp(), 20);
        client.withHeader("If-Match", client.get(binding).tag()).put(binding + "/in-use", Map.of("inUse", true));
        String plan = SolvedPlans.createSolvedPlan(client, server, NamedCampProblem.problem("Lejr", "Wilma Væk"), 20);
        addTraces(server, client, plan);
        putAway(client, binding);
        assertThat(inDocuments(server, "Wilma Væk"))
                .as("its problem, the one with the other plan's commitments in it, and that with the absence, too")
                .isEqualTo(3);
        putAway(client, plan);
        Map<?, ?> entry = inTrash(client, plan);
        Instant until = Instant.parse(String.valueOf(entry.get("until")));
        assertThat(until)
                .isEqualTo(Instant.parse(String.valueOf(entry.get("deleted"))).plus(Duration.ofDays(30)));
        var trash = server.bean(TrashPurger.class);
        trash.purgeDuePlans(until.minusMillis(1));
        assertThat(rows(server, "revision", plan)).as("on its last day").isPositive();
        trash.purgeDuePlans(until.plusMillis(1));
        for (String table : List.of("revision", "solve_job", "absence", "delivery", "publication", "feed_link")) {
            assertThat(rows(server, table, plan)).as(table).isZero();
        }
        server.bean(UnusedDocumentCollector.class).deleteReleased(until.plus(DocumentRepository.GRACE_PERIOD));
        assertThat(inDocuments(server, "Wilma Væk")).isZero();
        assertThat(client.send("POST", plan + "/restore", "").status()).isEqualTo(404);
        assertThat(client.get(TRASH).body()).doesNotContain(id(plan));
        assertThat(client.get("/api/v1/organisations/home/audit?plan=" + id(plan))
                        .at("/items/0/action"))
                .isEqualTo("audit.plan-purged");
        String again = SolvedPlans.createSolvedPlan(client, server, NamedCampProblem.problem("Lejr", "Wilma Væk"), 20);
        assertThat(client.get(again + "/problem").status())
                .as("planned once more")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DatabaseSource
    void aScenarioOutlivesThePlanThatItWasMadeOf(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        String plan =
                SolvedPlans.createSolvedPlan(client, server, NamedCampProblem.problem("Lejr", "Vigga Tilbage"), 20);
        String scenario =
                client.post(plan + "/scenarios", Map.of("title", "Variant")).header("Location");
        String title =
                server.bean(PlanStore.class).get(TestPlans.planIdOf(plan)).title();
        String before = client.get(scenario + "/timetable").body();
        addTraces(server, client, plan);
        Object absences = client.get(plan + "/absences").at("/items");
        Object deliveries = client.get(plan + "/deliveries").at("/items");
        assertThat((List<?>) absences).hasSize(1);
        assertThat((List<?>) deliveries).hasSize(1);
        assertThat(client.get(scenario + "/absences").at("/items"))
                .as("the same person is away in each plan of the family")
                .isEqualTo(absences);
        assertThat(client.get(scenario + "/deliveries").at("/items")).isEqualTo(deliveries);
        putAway(client, plan);
        Instant until = Instant.parse(String.valueOf(inTrash(client, plan).get("until")));
        server.bean(TrashPurger.class).purgeDuePlans(until.plusMillis(1));
        assertThat(rows(server, "revision", plan)).isZero();
        assertThat(client.get(scenario + "/timetable").body()).isEqualTo(before);
        assertThat(client.get(scenario + "/absences").at("/items")).isEqualTo(absences);
        assertThat(client.get(scenario + "/deliveries").at("/items")).isEqualTo(deliveries);
        assertThat(client.get(scenario + "/problem").body()).contains("Vigga Tilbage");
        assertThat(client.get(scenario + "/revisions").status()).isEqualTo(200);
        assertThat(client.get(scenario).at("/canUndo")).isEqualTo(false);
        Answer next = client.withHeader("If-Match", client.get(scenario).tag())
                .put(scenario + "/staff/ekstra", Map.of("name", "Ekstra Hånd"));
        assertThat(next.status()).as(next.body()).isEqualTo(200);
        Answer further = client.post(scenario + "/scenarios", Map.of("title", "Endnu en"));
        assertThat(further.status()).isEqualTo(201);
        assertThat(List.of(scenario, Objects.requireNonNull(further.header("Location"))))
                .as("staff still know the plan by its title, which no scenario takes")
                .allSatisfy(one -> {
                    Plan found = server.bean(PlanStore.class).get(TestPlans.planIdOf(one));
                    assertThat(found.title()).isNotEqualTo(title);
                    assertThat(server.bean(PlanStore.class).familyTitle(found)).isEqualTo(title);
                });
    }
}
