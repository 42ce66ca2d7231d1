package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.ForeignPlan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.web.app.plans.PlansPage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody's plans: of many none is missing in silence. */
final class ListedPlansTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);

    @Test
    void theLatestOfManyPlansAreShownAndTheEarlierOnesAreAPageAway() {
        Client client = Services.administrator(server);
        Map<String, Object> problem = Services.example("camp-3-weeks");
        int many = PlansPage.MOST_SHOWN + 2;
        for (int i = 1; i <= many; i++) {
            client.post(school.path() + "/plans", Map.of("title", "Nr. " + i + ".", "problem", problem));
        }
        Surfer planner = Surfer.as(school.person(Role.PLANNER));
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
        String place = ForeignPlan.in(server);
        PlanId plan = NewPlan.id(place);
        server.part(JdbcClient.class)
                .sql("UPDATE plan SET organisation = :school WHERE id = :plan")
                .param("school", school.id())
                .param("plan", plan.value())
                .update();
        String page = Surfer.as(school.person(Role.PLANNER)).get("/").body();
        assertThat(page)
                .contains("<b><bdi>Lejr</bdi></b>", "Planen bruger elsewhere, som ikke er installeret her.")
                .doesNotContain("href=\"/plans/" + plan.value() + "\"", "1–1 af");
    }
}
