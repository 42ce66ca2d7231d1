package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The next steps on a plan's page. */
final class NextStepsPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);

    private String page(String place) {
        return PageClient.signedInAs(school.addPerson(Role.PLANNER))
                .get("/plans/" + TestPlans.planIdOf(place).value())
                .body()
                .replaceAll("\\s+", " ");
    }

    private static String step(String page, String name) {
        return page.replaceFirst(".*<li class=\"(\\w+)\"> <span class=\"what\">(?:<a[^>]*>|<b>)" + name + "<.*", "$1");
    }

    @Test
    void planPageShowsFinishedAndNextStepsAndTheLastAuthor() {
        String place = TestPlans.createCampPlan(ServiceClient.administrator(server), school.path());
        String page = page(place);
        assertThat(page).contains("9 medarbejdere, 24 elever, 6 lokaler", "/lists\">Lister</a>", "Sidst ændret af ");
        assertThat(step(page, "Lister")).isEqualTo("done");
        assertThat(step(page, "Campen trin for trin")).isEqualTo("done");
        assertThat(step(page, "Planlæg")).isEqualTo("now");
        assertThat(step(page, "Udgiv")).isEqualTo("later");
    }

    @Test
    void aTimetableIsToBeLookedThroughNext() {
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                50);
        String page = page(place);
        assertThat(step(page, "Planlæg")).isEqualTo("done");
        assertThat(step(page, "Se skemaet igennem")).isEqualTo("now");
        String print = "/plans/" + TestPlans.planIdOf(place).value() + "/print\">Ark til print";
        assertThat(page).contains(print);
        assertThat(PageClient.signedInAs(school.addPerson(Role.READER))
                        .get("/plans/" + TestPlans.planIdOf(place).value())
                        .body())
                .contains("Se skemaet")
                .doesNotContain("Ark til print");
    }

    @Test
    void campWhoseDaysNobodyHasLookedAtIsGoneThroughNext() {
        var camp = new LinkedHashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        camp.put(
                "interventions",
                List.of(Map.of(
                        "id",
                        "camp",
                        "type",
                        "camp",
                        "title",
                        "Camp",
                        "parameters",
                        Map.of("takesStudentsFromLessons", Map.of("by", "Karen Holm", "reason", "Aftalt")))));
        String page = page(TestPlans.createPlan(ServiceClient.administrator(server), school.path(), camp)
                .header("Location"));
        assertThat(step(page, "Campen trin for trin")).isEqualTo("now");
        assertThat(page).contains("/camp\">Campen trin for trin</a>");
    }
}
