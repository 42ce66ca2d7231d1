package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishing as programs ask for it. */
final class PublishingStoryTest {
    private static Answer publish(PublishedCampFixture camp, Map<String, ?> body) {
        var confirmed = new HashMap<String, Object>(body);
        confirmed.put("confirmOpenSeats", true);
        return camp.client
                .withHeader("If-Match", camp.client.get(camp.place).tag())
                .post(camp.place + "/publications", confirmed);
    }

    @Test
    void changesArePreviewedAndPublishedOnce() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        StaffId person = camp.busiest();
        Meeting moved = camp.meetingsOf(person).getFirst();
        ServiceClient client = camp.client;
        String publications = camp.place + "/publications";
        assertThat(client.get(publications + "/preview").at("/last")).isEqualTo(0);
        Answer made = publish(camp, Map.of("note", "Nu gælder den"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.get(made.header("Location")).at("/note")).isEqualTo("Nu gælder den");
        Answer again = publish(camp, Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("publishing.nothing-new");
        assertThat(client.get(publications + "/preview").at("/isNew")).isEqualTo(false);
        camp.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.at(
                        moved, moved.start().plusMinutes(5), moved.end().plusMinutes(5))));
        Answer preview = client.get(publications + "/preview");
        assertThat(preview.at("/isNew")).isEqualTo(true);
        assertThat(preview.at("/staff").toString()).contains("staffId=" + person.value(), "counts=");
        assertThat(publish(camp, Map.of("heldBack", List.of(person.value()))).status())
                .isEqualTo(201);
        assertThat(client.get(publications).at("/items/0/heldBack")).isEqualTo(List.of(person.value()));
        assertThat(client.get(publications).at("/items/1/number")).isEqualTo(1);
    }

    @Test
    void invalidPublicationIsRefusedWithItsReason() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        PublishedCampFixture other = PublishedCampFixture.start(TestDatabase.H2);
        String publications = camp.place + "/publications";
        assertThat(camp.client.post(publications, Map.of()).status()).isEqualTo(428);
        assertThat(camp.client
                        .withHeader("If-Match", "\"1\"")
                        .post(publications, Map.of())
                        .status())
                .isEqualTo(412);
        assertThat(publish(camp, Map.of("note", "æ".repeat(2001))).at("/code")).isEqualTo("value.too-long");
        assertThat(publish(camp, Map.of("heldBack", List.of("ingen"))).at("/findings/0/pointer"))
                .isEqualTo("/heldBack/0");
        String foreign = String.valueOf(other.client.get(other.place).at("/revision/id"));
        assertThat(publish(camp, Map.of("revision", foreign)).status()).isEqualTo(422);
        assertThat(camp.client.get(publications).at("/items")).isEqualTo(List.of());
        assertThat(camp.client.get(publications + "/1").status()).isEqualTo(404);
        assertThat(camp.links().find(camp.id)).isEmpty();
        assertThat(publish(camp, Map.of("note", "æ".repeat(2000))).status()).isEqualTo(201);
    }

    @Test
    void allFeedsAreWorkedOutWithoutAnybodyAsking() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        assertThat(publish(camp, Map.of()).status()).isEqualTo(201);
        long links = camp.links().find(camp.id).stream()
                .filter(one -> one.kind() != LinkKind.BUSY)
                .count();
        assertThat(links).isGreaterThan(10);
        Polling.until(() -> workedOut(camp), done -> done == links);
        assertThat(camp.client.get(camp.place + "/links?kind=ROOM").body())
                .contains("/c/")
                .doesNotContain("STAFF");
    }

    private static long workedOut(PublishedCampFixture camp) {
        return camp.server
                .bean(JdbcClient.class)
                .sql("""
                        SELECT COUNT(*) FROM feed_state s JOIN feed_link l ON l.id = s.link
                        WHERE l.plan = :plan AND s.publication = 1""")
                .param("plan", camp.id.value())
                .query(Long.class)
                .single();
    }
}
