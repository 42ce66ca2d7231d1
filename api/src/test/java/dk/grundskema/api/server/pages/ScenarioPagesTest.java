package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.start.Server;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page with plans that belong together. */
final class ScenarioPagesTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final String place =
            Planned.plan(Services.administrator(server), server, school.path(), Services.example("camp-3-weeks"), 300);
    private final String path = "/plans/" + NewPlan.id(place).value();
    private final Surfer planner = Surfer.as(school.person(Role.PLANNER));

    private Plan plan(PlanId id) {
        return server.part(Plans.class).get(id);
    }

    private Map<String, String> version(PlanId id) {
        return Map.of("version", String.valueOf(plan(id).version()));
    }

    /** A copy of the plan from which some meetings were taken. */
    private PlanId tried() {
        planner.get(path + "/scenarios");
        HttpResponse<String> made = planner.type(path + "/scenarios", Map.of("title", "Uden de første"));
        PlanId id = NewPlan.id(Surfer.to(made));
        PublishedCamp.of(server, "/api/v1/plans/" + id).change(all -> all.subList(60, all.size()));
        return id;
    }

    @Test
    void aCopyIsLookedAtBesideThePlanInNumbersWordsAndColours() {
        assertThat(planner.get(path + "/scenarios").body()).contains("Planen har ingen scenarier endnu");
        PlanId tried = tried();
        assertThat(planner.get("/plans/" + tried).body()).contains(">Scenarie<", "Den rigtige plan står, som den stod");
        assertThat(planner.get(path).body()).doesNotContain(">Scenarie<");
        assertThat(planner.get("/").body().split(">Scenarie<", -1)).hasSize(2);
        String page = planner.get(path + "/scenarios").body();
        assertThat(page)
                .contains("href=\"/plans/" + tried + "\"", "Uden de første", "moduler og møder", "−")
                .contains("class=\"of-0\"", "class=\"of-1\"", "Hvem arbejder mere eller mindre")
                .contains(path + "/history/" + plan(NewPlan.id(place)).head() + "?with="
                        + plan(tried).head());
        assertThat(planner.get(path + "/history/" + plan(NewPlan.id(place)).head() + "?with="
                                + plan(tried).head())
                        .body())
                .contains("til Uden de første", "moduler og møder er anderledes");
    }

    @Test
    void theOneThatIsChosenIsTheOneThatPeopleWorkBy() {
        PlanId tried = tried();
        planner.get(path + "/scenarios");
        HttpResponse<String> used = planner.type(path + "/scenarios/" + tried + "/use", version(tried));
        assertThat(Surfer.to(used)).isEqualTo(path + "/scenarios?done=used");
        assertThat(plan(tried).inUse()).isTrue();
        assertThat(planner.get(Surfer.to(used)).body()).contains(">I brug<");
    }

    @Test
    void oneIsBroughtIntoThePlanAsANewRevision() {
        PlanId tried = tried();
        PlanId own = NewPlan.id(place);
        planner.get(path + "/scenarios");
        var form = new HashMap<>(version(own));
        form.put("revision", plan(tried).head().value());
        HttpResponse<String> brought = planner.type(path + "/scenarios/" + tried + "/bring", form);
        assertThat(Surfer.to(brought)).isEqualTo(path + "/scenarios?done=brought");
        var plans = server.part(Plans.class);
        assertThat(plans.revision(plan(own).head()).timetable())
                .isEqualTo(plans.revision(plan(tried).head()).timetable());
        HttpResponse<String> late = planner.type(path + "/scenarios/" + tried + "/bring", form);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("i mellemtiden");
    }

    @Test
    void aTitleThatCanNotBeOneIsSaidBesideIt() {
        planner.get(path + "/scenarios");
        HttpResponse<String> page = planner.type(path + "/scenarios", Map.of("title", " "));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"title-trouble\"", "aria-invalid=\"true\"");
    }

    @Test
    void whoMayOnlyLookChoosesNothingAndPlansThatDoNotBelongTogetherAreNotThere() {
        PlanId tried = tried();
        Surfer reader = Surfer.as(school.person(Role.READER));
        assertThat(reader.get(path + "/scenarios").body())
                .contains("Uden de første")
                .doesNotContain("/use\"")
                .doesNotContain("/bring\"")
                .doesNotContain("name=\"title\"");
        assertThat(reader.type(path + "/scenarios", Map.of("title", "Nej")).statusCode())
                .isEqualTo(403);
        String other = Planned.plan(
                Services.administrator(server), server, school.path(), Services.example("camp-3-weeks"), 300);
        String theirs = "/plans/" + NewPlan.id(other).value() + "/scenarios/" + tried;
        assertThat(planner.type(theirs + "/use", version(tried)).statusCode()).isEqualTo(404);
    }
}
