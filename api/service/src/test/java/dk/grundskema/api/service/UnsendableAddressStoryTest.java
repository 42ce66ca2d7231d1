package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses that most mail servers cannot send to: entering one gives an error, and stored ones block nothing. */
final class UnsendableAddressStoryTest {
    private static final String ADDRESS = "åse@eksempel.dk";
    private static final String OTHER = "søren@eksempel.dk";
    private static final String PLANS = "/api/v1/organisations/home/plans";

    private static Map<String, Object> camp(int person, String address) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        var staff = new ArrayList<>(staff(problem));
        staff.set(person, with(staff.get(person), "email", address));
        problem.put("staff", staff);
        return problem;
    }

    @SuppressWarnings("unchecked") // a problem's staff are objects
    private static List<Map<String, Object>> staff(Map<String, Object> problem) {
        return (List<Map<String, Object>>) problem.get("staff");
    }

    private static Map<String, Object> with(Map<String, Object> one, String field, Object value) {
        var other = new HashMap<>(one);
        other.put(field, value);
        return other;
    }

    private static String id(int person) {
        return String.valueOf(
                staff(TestServices.exampleProblem("camp-3-weeks")).get(person).get("id"));
    }

    /** Creates a camp whose first staff member has such an address from before the check existed. Returns its path. */
    private static String stored(Server server, ServiceClient client) {
        String place = SolvedPlans.createSolvedPlan(client, server, "camp-3-weeks", 20);
        var plans = server.bean(PlanStore.class);
        var documents = server.bean(DocumentStore.class);
        Plan plan = plans.get(TestPlans.planIdOf(place));
        String hash = documents.storeUnread((Json.JsonObject) Json.fromJava(camp(0, ADDRESS)));
        plans.change(
                plan.id(),
                plan.version(),
                new RevisionContent(
                        "revision.problem-changed",
                        List.of(),
                        documents.problem(hash),
                        documents.timetableOf(plans.revision(plan.head()))),
                new AccountId("tests"));
        return place;
    }

    private static ServiceClient now(ServiceClient client, String place) {
        return client.withHeader("If-Match", client.get(place).tag());
    }

    private static void fine(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    private static void refused(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.at("/findings/0/code")).isEqualTo("value.unsendable-email");
        assertThat(answer.at("/findings/0/severity")).isEqualTo("ERROR");
        assertThat(answer.at("/findings/0/pointer")).isEqualTo(pointer);
        assertThat((List<?>) answer.at("/findings")).hasSize(1);
    }

    @Test
    void planWithAnUnsendableAddressIsStillReadChangedPublishedAndServed() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String place = stored(server, client);
        fine(client.get(place + "/timetable"));
        fine(now(client, place).put(place + "/students/ny", Map.of("name", "Ny")));
        Map<String, Object> first = staff(camp(0, ADDRESS)).getFirst();
        fine(now(client, place).put(place + "/staff/" + id(0), with(first, "contractHours", 30)));
        fine(now(client, place).put(place + "/problem", Map.of("problem", camp(0, ADDRESS))));
        fine(now(client, place).post(place + "/publications", Map.of("confirmOpenSeats", true)));
        String calendar = ((List<?>) client.get(place + "/links").at("/items"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> "STAFF".equals(each.get("kind")))
                        .map(each ->
                                URI.create(String.valueOf(each.get("page"))).getPath())
                        .findFirst()
                        .orElseThrow();
        assertThat(client.get(calendar + ".ics").body()).contains("BEGIN:VEVENT");
        fine(now(client, place).put(place + "/staff/" + id(0), with(first, "email", "aase@eksempel.dk")));
    }

    @Test
    void newUnsendableAddressIsRefusedAndAStoredOneStaysWithItsPersonOnly() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String place = stored(server, client);
        refused(client.post(PLANS, Map.of("title", "Lejr", "problem", camp(0, ADDRESS))), "/problem/staff/0/email");
        refused(
                now(client, place).put(place + "/problem", Map.of("problem", camp(0, OTHER))),
                "/problem/staff/0/email");
        refused(
                now(client, place).put(place + "/problem", Map.of("problem", camp(1, ADDRESS))),
                "/problem/staff/1/email");
        Map<String, Object> second = staff(camp(1, ADDRESS)).get(1);
        refused(now(client, place).put(place + "/staff/" + id(1), second), "/email");
        fine(now(client, place).put(place + "/staff/" + id(1), with(second, "email", "aase@blåbær.dk")));
    }

    @Test
    void thePlanSaysItAsAWarningThatNamesThePersonAndNotTheAddress() {
        Server server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        Answer findings = client.get(stored(server, client) + "/findings");
        assertThat(findings.body())
                .contains("value.unsendable-email", "WARNING", "/staff/0/email")
                .doesNotContain(ADDRESS);
    }
}
