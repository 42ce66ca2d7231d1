package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.testing.MissingPluginPlanFixture;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A user's plans: a long list states that it continues. */
final class PlanListPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);

    @Test
    void theLatestOfManyPlansAreShownAndTheEarlierOnesAreAPageAway() {
        var plans = server.bean(PlanStore.class);
        PlanId elsewhere = TestPlans.planIdOf(TestPlans.createCampPlan(ServiceClient.administrator(server)));
        String problem = plans.revision(plans.get(elsewhere).head()).problem();
        var content = new RevisionContent(
                "revision.created", List.of(), server.bean(DocumentStore.class).problem(problem), null);
        int many = PlanListPage.MOST_SHOWN + 2;
        for (int i = 1; i <= many; i++) {
            plans.create(new OrganisationId(school.id()), "Nr. " + i + ".", content, null, new AccountId("tests"));
        }
        PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));
        String latest = planner.get("/").body();
        assertThat(latest)
                .containsSubsequence("Nr. " + many + ".", "Nr. " + (many - 1) + ".", "Nr. 3.")
                .contains("1–100 af 102 planer")
                .doesNotContain(">Nr. 2.<", ">Nr. 1.<", "Nyere planer");
        Matcher earlier = Pattern.compile("href=\"([^\"]+)\">Ældre planer").matcher(latest);
        assertThat(earlier.find()).isTrue();
        String page = planner.get(earlier.group(1).replace("&amp;", "&")).body();
        assertThat(page)
                .contains(">Nr. 2.<", ">Nr. 1.<", "101–102 af 102 planer", "Nyere planer")
                .doesNotContain(">Nr. 3.<", "Ældre planer", "Ingen planer endnu");
    }

    @Test
    void aPlanThatCannotBeReadHereIsListedWithWhatItLacks() {
        String place = MissingPluginPlanFixture.create(server);
        PlanId plan = TestPlans.planIdOf(place);
        server.bean(JdbcClient.class)
                .sql("UPDATE plan SET organisation = :school WHERE id = :plan")
                .param("school", school.id())
                .param("plan", plan.value())
                .update();
        String page =
                PageClient.signedInAs(school.addPerson(Role.PLANNER)).get("/").body();
        assertThat(page)
                .contains("<b><bdi>Lejr</bdi></b>", "Planen bruger elsewhere, som ikke er installeret her.")
                .doesNotContain("href=\"/plans/" + plan.value() + "\"", "1–1 af");
    }
}
