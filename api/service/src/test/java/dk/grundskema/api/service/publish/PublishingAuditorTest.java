package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Publishing, creating links and printing their codes leave audit entries. */
final class PublishingAuditorTest {
    private static List<String> noted(Answer audit) {
        return ((List<?>) audit.at("/items"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> one.get("kind") + " " + one.get("action") + " " + one.get("person"))
                        .toList();
    }

    @Test
    void publishingAndAllThatIsDoneToLinksIsInTheAuditWithoutTheirTokens() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        ServiceClient client = camp.client;
        client.withHeader("If-Match", client.get(camp.place).tag())
                .post(camp.place + "/publications", Map.of("confirmOpenSeats", true));
        StaffId person = camp.busiest();
        FeedLink link = camp.link(CalendarOwner.of(person));
        FeedLink room = camp.links().find(camp.id).stream()
                .filter(one -> one.kind() == LinkKind.ROOM)
                .findFirst()
                .orElseThrow();
        client.get(camp.place + "/links/sheet");
        client.post(camp.place + "/links/" + link.id() + "/renew", Map.of());
        client.post(camp.place + "/links/" + room.id() + "/revoke", Map.of());
        client.put(camp.place + "/links/" + link.id(), Map.of("language", "EN"));

        Answer audit = client.get("/api/v1/organisations/home/audit?plan=" + camp.id);

        assertThat(noted(audit))
                .startsWith(
                        "CHANGED audit.link-language " + person,
                        "CHANGED audit.link-revoked null",
                        "CHANGED audit.link-renewed " + person,
                        "SEEN audit.codes-printed null",
                        "CHANGED audit.published null");
        assertThat(audit.at("/items/4/text")).isEqualTo("Published the plan");
        assertThat(new ServiceClient(client.base(), List.of("Accept-Language", "da"))
                        .withToken(TestDatabase.TOKEN)
                        .get("/api/v1/organisations/home/audit?plan=" + camp.id)
                        .at("/items/4/text"))
                .isEqualTo("Udgav planen");
        for (FeedLink one : camp.links().find(camp.id)) {
            assertThat(audit.body()).doesNotContain(one.token());
        }
        assertThat(audit.body()).doesNotContain(link.token());
    }

    @Test
    void refusedPublicationAndLinkRenewalLeaveNoAuditEntry() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        ServiceClient client = camp.client;
        assertThat(client.post(camp.place + "/links/none/renew", Map.of()).status())
                .isEqualTo(404);
        assertThat(client.withHeader("If-Match", "\"1\"")
                        .post(camp.place + "/publications", Map.of("confirmOpenSeats", true))
                        .status())
                .isEqualTo(412);

        assertThat(client.get("/api/v1/organisations/home/audit?plan=" + camp.id)
                        .body())
                .doesNotContain("audit.link", "audit.published");
    }

    @Test
    void linksToTheYearOfAnOrganisationAreNotedOfTheOrganisation() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        ServiceClient client = camp.client;
        String links = "/api/v1/organisations/home/year-links";
        Answer made = client.post(links, Map.of("language", "DA"));
        String link = links + "/" + made.at("/id");
        client.post(link + "/renew", Map.of());
        client.put(link, Map.of("language", "EN"));
        client.post(link + "/revoke", Map.of());

        assertThat(noted(client.get("/api/v1/organisations/home/audit")))
                .startsWith(
                        "CHANGED audit.link-revoked null",
                        "CHANGED audit.link-language null",
                        "CHANGED audit.link-renewed null",
                        "CHANGED audit.link-made null");
    }
}
