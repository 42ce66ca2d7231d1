package dk.grundskema.api.service.campguide;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the camp guide reports impossible input, and that any input is answered with a page. */
final class CampGuideRefusalTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedIn(server, school.addPerson(Role.PLANNER));

    private String made(Map<String, ?> problem) {
        String place = TestPlans.createPlan(client, school.path(), problem).header("Location");
        return "/plans/" + TestPlans.planIdOf(place).value() + "/camp";
    }

    private String made() {
        return made(TestServices.exampleProblem("camp-3-weeks"));
    }

    private Map<String, String> standing(String page) {
        return PageFields.of(planner.get(page).body());
    }

    private HttpResponse<String> refused(String page, Map<String, String> typed) {
        HttpResponse<String> refused = planner.submit(page, typed);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        return refused;
    }

    /** Returns the errors for a camp with a title and dates. */
    private String refusedDates(String page, String title, String first, String last) {
        Map<String, String> typed = standing(page);
        typed.put("/title", title);
        typed.put("/parameters/firstDay", first);
        typed.put("/parameters/lastDay", last);
        return refused(page, typed).body();
    }

    /** Returns the messages beside a field. */
    private static String beside(String field, String page) {
        String said = "id=\"f-" + field + "-said\"";
        assertThat(page).contains(said);
        String after = page.substring(page.indexOf(said));
        return after.substring(0, after.indexOf("</span></span>"));
    }

    @Test
    void yearThatNobodyCanPlanIsSaidBesideBothDaysAndWhatWasTypedIsKept() {
        String page = made() + "/dates";
        String refused = refusedDates(page, "Fremtidscamp", "2126-09-09", "2126-09-27");
        assertThat(refused)
                .contains("2 felter skal rettes", "value=\"Fremtidscamp\"", "value=\"2126-09-09\"")
                .contains("value=\"2126-09-27\"");
        assertThat(beside("parameters-firstDay", refused)).contains("2000 til 2099");
        assertThat(beside("parameters-lastDay", refused)).contains("2000 til 2099");
        assertThat(refusedDates(page, "Fremtidscamp", "2026-09-07", "2126-09-27"))
                .contains("Ét felt skal rettes");
    }

    @Test
    void dayThatIsNoDateHidesNothingElseThatIsWrong() {
        String refused = refusedDates(made() + "/dates", " ", "snart", "32/13");
        assertThat(refused).contains("3 felter skal rettes", "value=\"snart\"", "value=\"32/13\"");
        assertThat(beside("title", refused)).isNotBlank();
        assertThat(beside("parameters-firstDay", refused)).contains("snart");
        assertThat(beside("parameters-lastDay", refused)).contains("32/13");
    }

    @Test
    void askingForTheUsualDaysAgainIsKeptWhenSomethingElseIsWrong() {
        String page = made() + "/dates";
        String ticked = "name=\"fresh\" value=\"fresh\" checked";
        assertThat(planner.get(page).body()).contains("name=\"fresh\"").doesNotContain(ticked);
        Map<String, String> typed = standing(page);
        typed.put("/title", "");
        assertThat(refused(page, typed).body()).doesNotContain(ticked);
        typed.put("fresh", "fresh");
        assertThat(refused(page, typed).body()).contains(ticked);
    }

    @Test
    void campOfNobodyIsRefusedBesideItsStaffAndNobodyIsTicked() {
        String page = made() + "/teams";
        Map<String, String> typed = standing(page);
        typed.remove("/parameters/staff");
        String refused = refused(page, typed).body();
        assertThat(beside("parameters-staff", refused)).contains("Vælg mindst én.");
        assertThat(refused).contains("Ét felt skal rettes");
        assertThat(PageFields.of(refused)).doesNotContainKey("/parameters/staff");
    }

    @Test
    void sentenceAboutEveryModuleIsWrittenOnce() {
        String page = made() + "/rules";
        Map<String, String> typed = standing(page);
        typed.put("/parameters/staffOfModules", "99");
        String said = beside("parameters-staffOfModules", refused(page, typed).body());
        assertThat(said.split("class=\"wrong-here\"", -1)).hasSize(2);
    }

    @Test
    void campOfMoreStudentsThanTeamsCanBeAskedForHasItsPages() {
        String guide = made(withStudents(401));
        for (String step : List.of("dates", "days", "teams", "subjects", "rules")) {
            HttpResponse<String> page = planner.get(guide + "/" + step);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("hold efter antallet af elever");
        }
    }

    @Test
    void thereIsAnEndToTheSubjectsThatCanBeAddedAndNoneIsLost() {
        String page = made() + "/subjects";
        Map<String, String> typed = standing(page);
        for (int i = 0; i < 59; i++) {
            subject(typed, i);
        }
        typed.put("do", "add");
        assertThat(planner.submit(page, typed).body())
                .contains("name=\"/parameters/subjects/59\"")
                .doesNotContain("til der er 60");
        subject(typed, 59);
        String full = planner.submit(page, typed).body();
        assertThat(full)
                .contains("role=\"alert\"", "til der er 60", "name=\"/parameters/subjects/59/title\" value=\"Fag 59\"")
                .doesNotContain("name=\"/parameters/subjects/60\"");

        subject(typed, 60);
        typed.remove("do");
        HttpResponse<String> saved = planner.submit(page, typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(planner.get(page).body()).contains("name=\"/parameters/subjects/60/title\" value=\"Fag 60\"");
    }

    private static void subject(Map<String, String> typed, int nth) {
        String at = "/parameters/subjects/" + nth;
        typed.put(at, "here");
        typed.put(at + "/id", "fag-" + nth);
        typed.put(at + "/title", "Fag " + nth);
        typed.put(at + "/modulesPerWeek", "1");
        typed.put(at + "/maxPerDay", "1");
    }

    @Test
    void thereIsAnEndToTheDaysAndBlocksThatCanBeAdded() {
        String page = made() + "/days";
        Map<String, String> typed = standing(page);
        for (int i = 0; i < 99; i++) {
            block(typed, i);
        }
        typed.put("do", "add:0");
        assertThat(planner.submit(page, typed).body())
                .contains("\"/parameters/dayKinds/0/blocks/99\"")
                .doesNotContain("til en dag har 100");
        block(typed, 99);
        assertThat(planner.submit(page, typed).body())
                .contains("til en dag har 100", "\"/parameters/dayKinds/0/blocks/99\"")
                .doesNotContain("\"/parameters/dayKinds/0/blocks/100\"");

        Map<String, String> kinds = standing(page);
        for (int i = 0; i < 100; i++) {
            kinds.put("/parameters/dayKinds/" + i, "here");
            kinds.put("/parameters/dayKinds/" + i + "/id", "dag-" + i);
        }
        kinds.put("do", "copy:3");
        assertThat(planner.submit(page, kinds).body())
                .contains("slags dage, til der er 100", "\"/parameters/dayKinds/99\"")
                .doesNotContain("\"/parameters/dayKinds/100\"");
    }

    private static void block(Map<String, String> typed, int nth) {
        String at = "/parameters/dayKinds/0/blocks/" + nth;
        typed.put(at, "here");
        typed.put(at + "/id", "blok-" + nth);
    }

    /** A camp with a number of students, whose teams the plan forms. */
    private static Map<String, Object> withStudents(int count) {
        var problem = new HashMap<>(TestServices.exampleProblem("camp-3-weeks"));
        problem.put(
                "students",
                IntStream.range(0, count)
                        .mapToObj(i -> Map.of("id", "elev-" + i, "name", "Elev " + i))
                        .toList());
        @SuppressWarnings("unchecked")
        var camp = new LinkedHashMap<>(((List<Map<String, Object>>) problem.get("interventions")).getFirst());
        @SuppressWarnings("unchecked")
        var parameters = new LinkedHashMap<>((Map<String, Object>) camp.get("parameters"));
        parameters.remove("teams");
        camp.put("parameters", parameters);
        problem.put("interventions", List.of(camp));
        return problem;
    }
}
