package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.start.Server;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which plans are renamed, archived, thrown away and had back. */
final class ShelfPagesTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final String shelf = "/organisations/" + school.id() + "/shelf";
    private final PlanId id = NewPlan.id(NewPlan.of(Services.administrator(server), school.path()));
    private final String plan = "/plans/" + id;
    private final Surfer planner = Surfer.as(school.person(Role.PLANNER));

    private String done(HttpResponse<String> answer, String what) {
        assertThat(Surfer.to(answer)).isEqualTo(shelf + "?done=" + what);
        return planner.get(Surfer.to(answer)).body();
    }

    private Map<String, String> typed(String... fields) {
        var all = new HashMap<String, String>();
        all.put("version", String.valueOf(server.part(Plans.class).get(id).version()));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    @Test
    void aPlanIsRenamedArchivedTakenOutThrownAwayAndHadBack() {
        assertThat(planner.get(shelf).body()).contains("Papirkurven er tom", plan + "/archive");
        assertThat(done(planner.type(plan + "/title", typed("title", "Vinterlejr")), "renamed"))
                .contains("Vinterlejr");
        assertThat(done(planner.type(plan + "/archive", typed()), "archived")).contains("Her er ingen planer");
        assertThat(planner.get("/").body()).doesNotContain("Vinterlejr");
        assertThat(done(planner.type(plan + "/archive", typed("out", "yes")), "listed"))
                .contains("Arkivet er tomt");
        assertThat(done(planner.type(plan + "/delete", typed()), "deleted"))
                .contains("Her er ingen planer", plan + "/restore");
        assertThat(done(planner.type(plan + "/restore", Map.of()), "restored")).contains("Papirkurven er tom");
        assertThat(planner.get("/").body()).contains("Vinterlejr");
    }

    @Test
    void whatAnotherDidMeanwhileAndATitleThatCanNotBeOneAreSaid() {
        planner.get(shelf);
        Map<String, String> seen = typed();
        planner.type(plan + "/title", typed("title", "Vinterlejr"));
        HttpResponse<String> late = planner.type(plan + "/delete", seen);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"", "i mellemtiden", "Vinterlejr");
        HttpResponse<String> blank = planner.type(plan + "/title", typed("title", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("<details class=\"asking\" open", "id=\"title-trouble\"", "value=\" \"");
    }

    @Test
    void aNameThatIsTypedAndNotSentIsAskedForBeforeThePageIsLeftAndNothingElse() {
        assertThat(planner.get(shelf).body())
                .contains("<form method=\"post\" class=\"typed\" action=\"" + plan + "/title\">")
                .containsOnlyOnce("class=\"typed\"");
        Map<String, String> seen = typed("title", "Sommerlejr");
        planner.type(plan + "/title", typed("title", "Vinterlejr"));
        assertThat(planner.type(plan + "/title", seen).body()).contains("class=\"trouble\" role=\"alert\"");
        assertThat(planner.type(plan + "/delete", seen).body()).contains("<div class=\"trouble\"><div role=\"alert\">");
    }

    @Test
    void aNameThatSomebodyTypedMeanwhileIsntOverwrittenAndOnesOwnIsStillThere() {
        planner.get(shelf);
        Map<String, String> seen = typed("title", "Sommerlejr");
        planner.type(plan + "/title", typed("title", "Vinterlejr"));
        HttpResponse<String> late = planner.type(plan + "/title", seen);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("role=\"alert\"", "<details class=\"asking\" open", "value=\"Sommerlejr\"", ">Vinterlejr<");
        assertThat(done(planner.type(plan + "/title", typed("title", "Sommerlejr")), "renamed"))
                .contains(">Sommerlejr<");
    }

    @Test
    void whoMayOnlyLookTidiesNothing() {
        Surfer reader = Surfer.as(school.person(Role.READER));
        assertThat(reader.get(shelf).statusCode()).isEqualTo(403);
        assertThat(reader.get("/").body()).doesNotContain("/shelf");
        assertThat(reader.type(plan + "/delete", typed()).statusCode()).isEqualTo(403);
        Surfer elsewhere = Surfer.as(School.in(server).person(Role.PLANNER));
        assertThat(elsewhere.get(shelf).statusCode()).isIn(403, 404);
        assertThat(elsewhere.type(plan + "/archive", typed()).statusCode()).isIn(403, 404);
    }
}
