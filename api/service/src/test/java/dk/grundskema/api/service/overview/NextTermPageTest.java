package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that makes a plan of the next school year or camp. */
final class NextTermPageTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private PlanId createPlan(String example) {
        String place = ServiceClient.administrator(server)
                .post(school.path() + "/plans", Map.of("title", "Nu", "problem", TestServices.exampleProblem(example)))
                .header("Location");
        return TestPlans.planIdOf(place);
    }

    private List<PlanId> listed() {
        return server.bean(PlanStore.class).findListed(new OrganisationId(school.id()), null, 50).stream()
                .map(Plan::id)
                .toList();
    }

    private static String path(PlanId plan) {
        return "/plans/" + plan + "/next-term";
    }

    private HttpResponse<String> submit(PlanId plan, Map<String, String> fields) {
        planner.get(path(plan));
        return planner.submit(path(plan), fields);
    }

    private static String seen(HttpResponse<String> page) {
        Matcher found = SEEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> make(PlanId plan, Map<String, String> fields, String seen) {
        var all = new HashMap<>(fields);
        all.put("step", "make");
        all.put("seen", seen);
        return submit(plan, all);
    }

    @Test
    void nextSchoolYearIsPreviewedAndThenMadeAsANewPlan() {
        PlanId present = createPlan("school-12-classes");
        Plan before = server.bean(PlanStore.class).get(present);
        assertThat(planner.get("/plans/" + present + "/scenarios").body()).contains("href=\"" + path(present) + "\"");
        assertThat(planner.get(path(present)).body()).doesNotContain("&amp;like=");

        HttpResponse<String> preview = submit(present, Map.of());
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("alle datoer er flyttet 53 uger", "klasser rykker op", "Lav denne plan");
        assertThat(listed()).containsExactly(present);

        PlanId next = TestPlans.planIdOf(PageClient.redirectTarget(make(present, Map.of(), seen(preview))));
        assertThat(listed()).containsExactlyInAnyOrder(present, next);
        assertThat(server.bean(PlanStore.class).get(present)).isEqualTo(before);
        assertThat(TestPlans.problem(server, next.value()).horizon().firstWeek())
                .isEqualTo(TestPlans.problem(server, present.value())
                        .horizon()
                        .firstWeek()
                        .plus(53));
    }

    @Test
    void campBeginsInTheWeekOfADayUnderItsTitle() {
        PlanId present = createPlan("camp-3-weeks");
        Map<String, String> fields = Map.of("firstDay", "2027-02-08", "title", "Vintercamp");
        assertThat(planner.get(path(present)).body())
                .contains("/organisations/" + school.id() + "/new?kind=camp&amp;like=" + present);
        String seen = seen(submit(present, fields));
        PlanId next = TestPlans.planIdOf(PageClient.redirectTarget(make(present, fields, seen)));
        assertThat(TestPlans.problem(server, next.value()).horizon().firstDay()).isEqualTo(LocalDate.of(2027, 2, 8));
        assertThat(server.bean(PlanStore.class).get(next).title()).isEqualTo("Vintercamp");
    }

    @Test
    void planIsMadeOnlyOfWhatWasShown() {
        PlanId present = createPlan("camp-3-weeks");
        String seen = seen(submit(present, Map.of("firstDay", "2027-02-08")));
        HttpResponse<String> other = make(present, Map.of("firstDay", "2027-03-08"), seen);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(seen(other)).isNotEmpty().isNotEqualTo(seen);
        assertThat(listed()).containsExactly(present);
    }

    @Test
    void allErrorsAreShownBesideTheirFieldsAtOnce() {
        PlanId present = createPlan("camp-3-weeks");
        HttpResponse<String> page = make(
                present, Map.of("schoolYear", "2027/28", "firstDay", "mandag", "title", "x".repeat(300)), "anything");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"schoolYear-wrong\"", "id=\"firstDay-wrong\"", "id=\"title-wrong\"")
                .doesNotContain("Lav denne plan");
        assertThat(submit(present, Map.of("schoolYear", "2020/21")).body()).contains("er intet skoleår efter");
        assertThat(listed()).containsExactly(present);
    }

    @Test
    void readerMakesNoPlan() {
        PlanId present = createPlan("camp-3-weeks");
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        reader.get("/plans/" + present);
        assertThat(reader.get(path(present)).statusCode()).isEqualTo(403);
        assertThat(reader.submit(path(present), Map.of()).statusCode()).isEqualTo(403);
        assertThat(listed()).containsExactly(present);
    }
}
