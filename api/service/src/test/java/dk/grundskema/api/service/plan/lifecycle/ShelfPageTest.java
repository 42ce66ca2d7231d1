package dk.grundskema.api.service.plan.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which plans are renamed, archived, thrown away and had back. */
final class ShelfPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String shelf = "/organisations/" + school.id() + "/shelf";
    private final PlanId id =
            TestPlans.planIdOf(TestPlans.createCampPlan(ServiceClient.administrator(server), school.path()));
    private final String plan = "/plans/" + id;
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private String done(HttpResponse<String> answer, String what) {
        assertThat(PageClient.redirectTarget(answer)).isEqualTo(shelf + "?done=" + what);
        return planner.get(PageClient.redirectTarget(answer)).body();
    }

    private Map<String, String> typed(String... fields) {
        var all = new HashMap<String, String>();
        all.put("version", String.valueOf(server.bean(PlanStore.class).get(id).version()));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    @Test
    void aPlanIsRenamedArchivedTakenOutThrownAwayAndHadBack() {
        assertThat(planner.get(shelf).body()).contains("Papirkurven er tom", plan + "/archive");
        assertThat(done(planner.submit(plan + "/title", typed("title", "Vinterlejr")), "renamed"))
                .contains("Vinterlejr");
        assertThat(done(planner.submit(plan + "/archive", typed()), "archived")).contains("Her er ingen planer");
        assertThat(planner.get("/").body()).doesNotContain("Vinterlejr");
        assertThat(done(planner.submit(plan + "/archive", typed("out", "yes")), "listed"))
                .contains("Arkivet er tomt");
        assertThat(done(planner.submit(plan + "/delete", typed()), "deleted"))
                .contains("Her er ingen planer", plan + "/restore");
        assertThat(done(planner.submit(plan + "/restore", Map.of()), "restored"))
                .contains("Papirkurven er tom");
        assertThat(planner.get("/").body()).contains("Vinterlejr");
    }

    @Test
    void concurrentChangeAndBlankTitleAreReported() {
        planner.get(shelf);
        Map<String, String> seen = typed();
        planner.submit(plan + "/title", typed("title", "Vinterlejr"));
        HttpResponse<String> late = planner.submit(plan + "/delete", seen);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"", "i mellemtiden", "Vinterlejr");
        HttpResponse<String> blank = planner.submit(plan + "/title", typed("title", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("<details class=\"asking\" open", "id=\"title-trouble\"", "value=\" \"");
    }

    @Test
    void aNameThatIsTypedAndNotSentIsAskedForBeforeThePageIsLeftAndNothingElse() {
        assertThat(planner.get(shelf).body())
                .contains("<form method=\"post\" class=\"typed\" action=\"" + plan + "/title\">")
                .containsOnlyOnce("class=\"typed\"");
        Map<String, String> seen = typed("title", "Sommerlejr");
        planner.submit(plan + "/title", typed("title", "Vinterlejr"));
        assertThat(planner.submit(plan + "/title", seen).body()).contains("class=\"trouble\" role=\"alert\"");
        assertThat(planner.submit(plan + "/delete", seen).body())
                .contains("<div class=\"trouble\"><div role=\"alert\">");
    }

    @Test
    void aNameThatSomebodyTypedMeanwhileIsntOverwrittenAndOnesOwnIsStillThere() {
        planner.get(shelf);
        Map<String, String> seen = typed("title", "Sommerlejr");
        planner.submit(plan + "/title", typed("title", "Vinterlejr"));
        HttpResponse<String> late = planner.submit(plan + "/title", seen);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("role=\"alert\"", "<details class=\"asking\" open", "value=\"Sommerlejr\"", ">Vinterlejr<");
        assertThat(done(planner.submit(plan + "/title", typed("title", "Sommerlejr")), "renamed"))
                .contains(">Sommerlejr<");
    }

    @Test
    void readerAndPlannerOfAnotherSchoolCannotTidyPlans() {
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(reader.get(shelf).statusCode()).isEqualTo(403);
        assertThat(reader.get("/").body()).doesNotContain("/shelf");
        assertThat(reader.submit(plan + "/delete", typed()).statusCode()).isEqualTo(403);
        PageClient elsewhere = PageClient.signedInAs(TestSchool.create(server).addPerson(Role.PLANNER));
        assertThat(elsewhere.get(shelf).statusCode()).isIn(403, 404);
        assertThat(elsewhere.submit(plan + "/archive", typed()).statusCode()).isIn(403, 404);
    }
}
