package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.testing.MissingPluginPlanFixture;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications that this installation cannot read any more, or need not read. */
final class UnreadablePublicationTest {
    /** Changes a plan's publications to a problem that requires a missing plugin. */
    static void losesAPlugin(PublishedCampFixture camp) {
        PlanId foreign = TestPlans.planIdOf(MissingPluginPlanFixture.create(camp.server));
        var plans = camp.server.bean(PlanStore.class);
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE publication SET problem = :problem WHERE plan = :plan")
                .param("problem", plans.revision(plans.get(foreign).head()).problem())
                .param("plan", camp.id.value())
                .update();
    }

    @Test
    void linksAreSeenRenewedAndRevokedAlsoWhereAPluginIsMissingAndNamedByTheirIds() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        FeedLink link = camp.link(CalendarOwner.of(camp.busiest()));
        String links = camp.place + "/links";
        assertThat(camp.client.get(links).body()).doesNotContain("\"name\": \"" + link.ownerId() + "\"");
        losesAPlugin(camp);

        Answer all = camp.client.get(links);
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.body()).contains("\"name\": \"" + link.ownerId() + "\"");
        Answer renewed = camp.client.post(links + "/" + link.id() + "/renew", Map.of());
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
        assertThat(renewed.at("/name")).isEqualTo(link.ownerId());
        assertThat(camp.client
                        .post(links + "/" + link.id() + "/revoke", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onesOwnLinksAreSeenAlsoWhereThePluginOfOnePlanIsMissing() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        PublishedCampFixture camp = PublishedCampFixture.startIn(server, school.path());
        StaffId person = camp.busiest();
        camp.publish();
        losesAPlugin(camp);

        Answer mine = school.addPerson(Role.STAFF, person.value()).browser().get("/api/v1/me/links");

        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.body()).contains(camp.id.value());
    }

    /** For a large school these are some hundred kilobytes, which only the calculation of calendars needs. */
    @Test
    void whichEventsTookOthersPlacesIsNotReadWhereNobodyNeedsIt() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        camp.publish();
        camp.server
                .bean(JdbcClient.class)
                .sql("UPDATE publication SET exceptions = :nonsense WHERE plan = :plan")
                .param("nonsense", new byte[] {1, 2, 3})
                .param("plan", camp.id.value())
                .update();

        assertThat(camp.client.get(camp.place + "/publications").at("/items/0/number"))
                .isEqualTo(1);
        assertThat(camp.client.get(camp.place + "/publications/1").status()).isEqualTo(200);
    }
}
