package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.ForeignPlan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.StaffId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was published can't be read here any more, or needn't be. */
final class UnreadablePublicationsTest {
    /** Lets a plan's publications be of a problem that takes a plugin which isn't here. */
    static void losesAPlugin(PublishedCamp camp) {
        PlanId foreign = NewPlan.id(ForeignPlan.in(camp.server));
        var plans = camp.server.part(Plans.class);
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE publication SET problem = :problem WHERE plan = :plan")
                .param("problem", plans.revision(plans.get(foreign).head()).problem())
                .param("plan", camp.id.value())
                .update();
    }

    @ParameterizedTest
    @DatabaseSource
    void linksAreSeenRenewedAndRevokedAlsoWhereAPluginIsMissingAndNamedByTheirIds(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        Link link = camp.link(CalendarOwner.of(camp.busiest()));
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

    @ParameterizedTest
    @DatabaseSource
    void onesOwnLinksAreSeenAlsoWhereThePluginOfOnePlanIsMissing(Database database) {
        Server server = Services.on(database);
        School school = School.in(server);
        PublishedCamp camp = PublishedCamp.in(server, school.path());
        StaffId person = camp.busiest();
        camp.publish();
        losesAPlugin(camp);

        Answer mine = school.person(Role.STAFF, person.value()).browser().get("/api/v1/me/links");

        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.body()).contains(camp.id.value());
    }

    /** Of a large school they are some hundred kilobytes, and nobody but who works calendars out needs them. */
    @ParameterizedTest
    @DatabaseSource
    void whichEventsTookOthersPlacesIsNotReadWhereNobodyNeedsIt(Database database) {
        PublishedCamp camp = PublishedCamp.on(database);
        camp.publish();
        camp.server
                .part(JdbcClient.class)
                .sql("UPDATE publication SET exceptions = :nonsense WHERE plan = :plan")
                .param("nonsense", new byte[] {1, 2, 3})
                .param("plan", camp.id.value())
                .update();

        assertThat(camp.client.get(camp.place + "/publications").at("/items/0/number"))
                .isEqualTo(1);
        assertThat(camp.client.get(camp.place + "/publications/1").status()).isEqualTo(200);
    }
}
