package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.start.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan's page says of the way to the finished plan. */
final class PlanOverviewTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);

    private String page(String place) {
        return Surfer.as(school.person(Role.PLANNER))
                .get("/plans/" + NewPlan.id(place).value())
                .body()
                .replaceAll("\\s+", " ");
    }

    private static String step(String page, String name) {
        return page.replaceFirst(".*<li class=\"(\\w+)\"> <span class=\"what\">(?:<a[^>]*>|<b>)" + name + "<.*", "$1");
    }

    @Test
    void whatIsDoneAndWhatComesNextIsSaidWithWhoChangedItLast() {
        String place = NewPlan.of(Services.administrator(server), school.path());
        String page = page(place);
        assertThat(page).contains("9 medarbejdere, 24 elever, 6 lokaler", "/lists\">Lister</a>", "Sidst ændret af ");
        assertThat(step(page, "Lister")).isEqualTo("done");
        assertThat(step(page, "Campen trin for trin")).isEqualTo("done");
        assertThat(step(page, "Planlæg")).isEqualTo("now");
        assertThat(step(page, "Udgiv")).isEqualTo("later");
    }

    @Test
    void aTimetableIsToBeLookedThroughNext() {
        String place = Planned.plan(
                Services.administrator(server), server, school.path(), Services.example("camp-3-weeks"), 50);
        String page = page(place);
        assertThat(step(page, "Planlæg")).isEqualTo("done");
        assertThat(step(page, "Se skemaet igennem")).isEqualTo("now");
        String print = "/plans/" + NewPlan.id(place).value() + "/print\">Ark til print";
        assertThat(page).contains(print);
        assertThat(Surfer.as(school.person(Role.READER))
                        .get("/plans/" + NewPlan.id(place).value())
                        .body())
                .contains("Se skemaet")
                .doesNotContain("Ark til print");
    }

    @Test
    void campWhoseDaysNobodyHasLookedAtIsGoneThroughNext() {
        var camp = new LinkedHashMap<>(Services.example("camp-3-weeks"));
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
        String page = page(NewPlan.made(Services.administrator(server), school.path(), camp)
                .header("Location"));
        assertThat(step(page, "Campen trin for trin")).isEqualTo("now");
        assertThat(page).contains("/camp\">Campen trin for trin</a>");
    }
}
