package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.FaultyCamps;
import dk.grundskema.api.service.testing.FaultyCamps.Fault;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The planner accepts what a plan lacks. */
@Tag("http")
final class AcceptedShortfallStoryTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = school.addPerson(Role.PLANNER).browser();
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
    private final String place = FaultyCamps.create(server, school.path(), Fault.OPEN_SEAT);

    private ServiceClient current() {
        return client.withHeader("If-Match", client.get(place).tag());
    }

    @SuppressWarnings("unchecked") // they are objects
    private static List<String> keys(Answer list) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(list.at("/parts")))
                .stream()
                        .flatMap(part ->
                                ((List<Map<String, Object>>) Objects.requireNonNull(part.get("items"))).stream())
                        .map(item -> String.valueOf(item.get("key")))
                        .filter(key -> !key.isEmpty())
                        .toList();
    }

    @Test
    void acceptedShortfallsLeaveTheStatusUntilTheyAreWithdrawn() {
        Answer before = client.get(place + "/shortfalls");
        assertThat(before.at("/state")).isEqualTo("LACKS");
        assertThat(keys(before)).isNotEmpty();

        Answer accepted = current()
                .post(place + "/shortfalls/acceptances", Map.of("keys", keys(before), "reason", "Trip to Bornholm"));

        assertThat(accepted.at("/state")).as(accepted.body()).isEqualTo("HOLDS");
        assertThat(accepted.at("/headline"))
                .isEqualTo("The plan holds: no conflicts, nothing missing but what was accepted.");
        assertThat((List<?>) accepted.at("/accepted")).hasSameSizeAs(keys(before));
        assertThat(accepted.at("/accepted/0/decision")).asString().endsWith("Trip to Bornholm");
        assertThat(client.get(place + "/status").at("/counts/openSeats")).isEqualTo(0);
        assertThat(client.get(place + "/revisions").at("/items/0/code"))
                .isEqualTo("revision.accepted-shortfalls-changed");
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        assertThat(planner.get(plan + "/history/"
                                + client.get(place + "/revisions").at("/items/1/id"))
                        .body())
                .contains("Accepterede mangler: " + keys(before).size() + " er kommet til");

        Answer refused = current().post(place + "/publications", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/findings/0/code")).isEqualTo("publishing.open-seats");
        assertThat(refused.at("/findings/1/code")).isEqualTo("publishing.open-seat");
        assertThat(planner.get(plan + "/publish").body()).contains("name=\"openSeats\"", "accepteret som mangel");

        Answer withdrawn = current().delete(place + "/shortfalls/acceptances/" + accepted.at("/accepted/0/key"));
        assertThat(withdrawn.at("/state")).isEqualTo("LACKS");
    }

    @Test
    void acceptanceWithoutReasonOrOfNothingIsRefusedInWords() {
        List<String> keys = keys(client.get(place + "/shortfalls"));
        String acceptances = place + "/shortfalls/acceptances";

        Answer withoutReason = current().post(acceptances, Map.of("keys", keys, "reason", " "));
        assertThat(withoutReason.status()).isEqualTo(422);
        assertThat(withoutReason.at("/findings/0/pointer")).isEqualTo("/reason");
        Answer ofNothing = current().post(acceptances, Map.of("keys", List.of("gone"), "reason", "Trip"));
        assertThat(ofNothing.status()).isEqualTo(422);
        assertThat(ofNothing.at("/findings/0/code")).isEqualTo("shortfall.not-short");
        assertThat(current().delete(acceptances + "/gone").status()).isEqualTo(404);
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .post(acceptances, Map.of("keys", keys, "reason", "Trip"))
                        .status())
                .isEqualTo(412);
    }

    /** Returns the page to which a form leads. */
    private String submit(String path, Map<String, String> fields) {
        return planner.get(PageClient.redirectTarget(planner.submit(path, fields)))
                .body();
    }

    private String version() {
        return String.valueOf(client.get(place).at("/version"));
    }

    @Test
    void plannerAcceptsOnThePageAndUndoesIt() {
        String page = "/plans/" + TestPlans.planIdOf(place).value() + "/shortfalls";
        String key = keys(client.get(place + "/shortfalls")).getFirst();

        assertThat(planner.open(page)
                        .submit(page, Map.of("version", version(), "key", key, "reason", ""))
                        .body())
                .contains("class=\"trouble\"", "value=\"" + key + "\" checked");
        assertThat(submit(page, Map.of("version", version(), "key", key, "reason", "Tur til Bornholm")))
                .contains("Tur til Bornholm", page + "/undo");
        assertThat(submit(page + "/undo", Map.of("version", version()))).doesNotContain("Tur til Bornholm");
        assertThat(client.get(place + "/status").at("/counts/acceptedShortfalls"))
                .isEqualTo(0);
    }
}
