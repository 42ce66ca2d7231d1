package dk.grundskema.api.service.rules;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page with the rules and weights of a plan. */
final class RulesPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = made("school-12-classes");
    private final String page = page(place);
    private final PageClient planner = as(Role.PLANNER);

    private String made(String example) {
        return TestPlans.createPlan(client, school.path(), TestServices.exampleProblem(example))
                .header("Location");
    }

    private static String page(String plan) {
        return "/plans/" + TestPlans.planIdOf(plan).value() + "/rules";
    }

    private PageClient as(Role role) {
        return PageClient.signedIn(server, school.addPerson(role));
    }

    private Object problem(String pointer) {
        return client.get(place + "/problem").at(pointer);
    }

    private Object version() {
        return client.get(place).at("/version");
    }

    private Map<String, String> fields() {
        return PageFields.of(planner.get(page).body());
    }

    private void save(Map<String, String> typed) {
        HttpResponse<String> saved = planner.submit(page, typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private String refused(Map<String, String> typed) {
        HttpResponse<String> refused = planner.submit(page, typed);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        return refused.body();
    }

    private String firstPerson() {
        return String.valueOf(problem("/staff/0/id"));
    }

    @Test
    void pageIsThereForThoseWhoPlanAndForNobodyElse() {
        String plan = page.replace("/rules", "");
        assertThat(planner.get(plan).body()).contains("href=\"" + page + "\"");
        assertThat(as(Role.READER).get(plan).body()).doesNotContain("href=\"" + page + "\"");
        assertThat(as(Role.READER).get(page).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "camp-3-weeks, camp.few-faces",
        "school-12-classes, co-teaching.few-co-teachers",
        "guide-all-five, small-groups.rhythm",
        "guide-all-five, book-packages.few-faces",
        "guide-all-five, intensive-course.mentor-days",
        "guide-all-five, peer-learning.same-day"
    })
    void wishesAreThoseOfTheInterventionsAndOfTheCore(String example, String wish) {
        assertThat(PageFields.of(planner.get(page(made(example))).body()))
                .containsKeys("/weights/" + wish, "/weights/core.gaps", "/weights/core.difference");
    }

    @Test
    void wishesOfOtherTypesAndOfLevelsThatAreNotChosenAreNotShown() {
        assertThat(fields())
                .doesNotContainKeys(
                        "/weights/camp.few-faces",
                        "/weights/core.free-dates-wish",
                        "/weights/core.exclusive-at-one-time-wish");
    }

    @Test
    void wishHasSentenceSourceAndUsualWeight() {
        assertThat(planner.get(page).body())
                .contains("som regel 20", "Kilde: vores forslag", "Regler og vægte", "Retningslinjer (", "Krav (");
        planner.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.get(page).body())
                .contains("usually 20", "Source: our proposal", "Rules and weights", "Guidelines (", "Requirements (");
    }

    @Test
    void formSavedUntouchedChangesNothing() {
        Object before = version();
        save(fields());
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void rulesAndWeightsAreOneRevisionThatIsTakenBackAsOne() {
        Map<String, String> typed = fields();
        typed.put("/weights/core.gaps", "7");
        typed.put("/weights/core.fair-hours", "0");
        typed.put("/work/hoursPerDay", "7,4");
        typed.put("/work/hoursPerWeek", "37");
        typed.put("/work/dailyRestHours", "10");
        typed.put("/work/agreedShortRest/hours", "8");
        typed.put("/work/agreedShortRest/timesAWeek", "1");
        typed.put("/work/agreedShortRest/agreedBy", "TR og leder");
        typed.put("/work/weeklyRestHours", "36");
        typed.put("/work/averageHoursPerWeek", "40");
        typed.put("/work/referenceWeeks", "12");
        typed.put("/work/eveningStarts", "18:30");
        typed.put("/work/nightStarts", "22:00");
        typed.put("/work/nightEnds", "05:00");
        Object before = version();
        HttpResponse<String> saved = planner.submit(page, typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(version()).isEqualTo((int) before + 1);
        assertThat(client.get(place + "/weights").body()).contains("\"core.gaps\": 7", "\"core.fair-hours\": 0");
        assertThat(problem("/work"))
                .hasToString("{dailyRestHours=10, weeklyRestHours=36, hoursPerDay=7.4, averageHoursPerWeek=40, "
                        + "referenceWeeks=12, eveningStarts=18:30, nightStarts=22:00, nightEnds=05:00, hoursPerWeek=37, "
                        + "agreedShortRest={hours=8, timesAWeek=1, agreedBy=TR og leder}}");
        assertThat(fields())
                .containsEntry("/work/hoursPerDay", "7,4")
                .containsEntry("/work/eveningStarts", "18:30")
                .containsEntry("/work/agreedShortRest/agreedBy", "TR og leder");

        String after = planner.get(PageClient.redirectTarget(saved)).body();
        assertThat(after).contains("Gemt.", page + "/undo");
        assertThat(planner.get(page.replace("/rules", "/history")).body()).contains("Regler og vægte er ændret");
        assertThat(planner.submit(page + "/undo", Map.of("version", String.valueOf(version())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.get(place + "/weights").body()).doesNotContain("core.gaps");
        assertThat(problem("/work/hoursPerWeek")).hasToString("null");
    }

    @Test
    void usualWeightIsNotStored() {
        Map<String, String> typed = fields();
        typed.put("/weights/core.gaps", "7");
        save(typed);
        typed = fields();
        typed.put("/weights/core.gaps", "1");
        typed.put("/weights/core.fair-hours", "");
        typed.put("/weights/core.fair-evenings", "3");
        save(typed);
        assertThat(client.get(place + "/weights").body())
                .contains("core.fair-evenings")
                .doesNotContain("core.gaps", "core.fair-hours");
    }

    @Test
    void allBadNumbersAreSaidAtOnceBesideTheirFields() {
        Map<String, String> typed = fields();
        typed.put("/weights/core.gaps", "meget");
        typed.put("/weights/core.fair-hours", "-1");
        typed.put("/work/dailyRestHours", "12");
        typed.put("/work/hoursPerDay", "25");
        typed.put("/work/referenceWeeks", "0");
        typed.put("/work/freeDates/perWeek", "7");
        typed.put("/work/freeDates/level", "SOFT");
        Object before = version();
        String refused = refused(typed);
        assertThat(refused)
                .contains(
                        "6 felter skal rettes",
                        "value=\"meget\"",
                        "id=\"f-weights-core-gaps-said\"",
                        "id=\"f-weights-core-fair-hours-said\"",
                        "id=\"f-work-dailyRestHours-said\"",
                        "id=\"f-work-hoursPerDay-said\"",
                        "id=\"f-work-referenceWeeks-said\"",
                        "id=\"f-work-freeDates-perWeek-said\"");
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void textThatIsNoNumberHidesNothingElseThatIsWrong() {
        Map<String, String> typed = fields();
        typed.put("/work/hoursPerDay", "mange");
        typed.put("/work/dailyRestHours", "12");
        assertThat(refused(typed))
                .contains(
                        "2 felter skal rettes", "id=\"f-work-hoursPerDay-said\"", "id=\"f-work-dailyRestHours-said\"");
    }

    @Test
    void limitOfDatesHasALevelAndIsTurnedOff() {
        Map<String, String> typed = fields();
        assertThat(typed).containsEntry("/work/freeDates/level", "");
        typed.put("/work/freeDates/perWeek", "2");
        typed.put("/work/freeDates/level", "SOFT");
        typed.put("/work/longestDay/minutes", "600");
        typed.put("/work/longestDay/level", "MEDIUM");
        typed.put("/work/restBetweenDates/minutes", "660");
        typed.put("/work/restBetweenDates/level", "HARD");
        save(typed);
        assertThat(problem("/work/freeDates")).hasToString("{perWeek=2, level=SOFT}");
        assertThat(problem("/work/longestDay")).hasToString("{minutes=600, level=MEDIUM}");
        assertThat(problem("/work/restBetweenDates/minutes")).isEqualTo(660);
        assertThat(fields())
                .containsEntry("/weights/core.free-dates-wish", "100")
                .doesNotContainKey("/weights/core.long-day-wish");

        typed = fields();
        typed.put("/work/freeDates/level", "");
        typed.put("/work/longestDay/minutes", "");
        save(typed);
        assertThat(problem("/work/freeDates")).hasToString("null");
        assertThat(problem("/work/longestDay")).hasToString("null");
        assertThat(problem("/work/restBetweenDates/minutes")).isEqualTo(660);
    }

    @Test
    void numberWithoutALevelAndLevelWithoutANumberAreRefused() {
        Map<String, String> typed = fields();
        typed.put("/work/freeDates/perWeek", "2");
        typed.put("/work/longestDay/level", "MEDIUM");
        typed.put("/work/restBetweenDates/minutes", "5000");
        assertThat(refused(typed))
                .contains(
                        "4 felter skal rettes",
                        "id=\"f-work-restBetweenDates-level-said\"",
                        "id=\"f-work-restBetweenDates-minutes-said\"",
                        "id=\"f-work-freeDates-level-said\"",
                        "Vælg, hvor bindende grænsen er, eller slet tallet.",
                        "id=\"f-work-longestDay-minutes-said\"",
                        "Feltet skal udfyldes.");
    }

    @Test
    void requirementWithoutANumberIsStillChosenAfterTheRefusal() {
        Map<String, String> typed = fields();
        typed.put("/work/longestDay/level", "HARD");

        Map<String, String> shown = PageFields.of(refused(typed));
        assertThat(shown).containsEntry("/work/longestDay/level", "HARD");
        shown.put("/work/longestDay/minutes", "600");
        save(shown);

        assertThat(problem("/work/longestDay/minutes")).isEqualTo(600);
    }

    @Test
    void personGetsRulesOfTheirOwnAndFollowsThePlanAgain() {
        String person = firstPerson();
        String own = "/people/" + person;
        Map<String, String> typed = fields();
        typed.put("/work/hoursPerWeek", "40");
        typed.put("/people-new", person);
        save(typed);
        assertThat(problem("/staff/0/work/hoursPerWeek")).isEqualTo(40);
        assertThat(problem("/staff/1/work")).hasToString("null");

        typed = fields();
        assertThat(typed).containsEntry(own + "/work/hoursPerWeek", "40");
        typed.put(own + "/work/hoursPerWeek", "30");
        typed.put(own + "/work/freeDates/perWeek", "3");
        typed.put(own + "/work/freeDates/level", "HARD");
        save(typed);
        assertThat(problem("/staff/0/work/hoursPerWeek")).isEqualTo(30);
        assertThat(problem("/staff/0/work/freeDates/perWeek")).isEqualTo(3);
        assertThat(problem("/work/hoursPerWeek")).isEqualTo(40);

        typed = fields();
        typed.put(own + "/work/hoursPerWeek", "200");
        assertThat(refused(typed))
                .contains("Ét felt skal rettes", "id=\"f" + own.replace('/', '-') + "-work-hoursPerWeek-said\"");

        typed = fields();
        typed.put(own + "/follow", "true");
        save(typed);
        assertThat(problem("/staff/0/work")).hasToString("null");
    }

    @Test
    void lateSaveListsOthersChangesAndKeepsTypedValues() {
        Map<String, String> typed = fields();
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        typed.put("/weights/core.gaps", "9");
        HttpResponse<String> late = planner.submit(page, typed);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Imens er planen blevet ændret", "name=\"/weights/core.gaps\" value=\"9\"")
                .containsPattern("<li>\\w[^<]* \\(\\d{2}\\.\\d{2}\\): \\w");
        assertThat(client.get(place + "/weights").body()).doesNotContain("core.gaps");
        save(PageFields.of(late.body()));
        assertThat(client.get(place + "/weights").at("/core.gaps")).isEqualTo(9);
        assertThat(planner.submit(page, typed).statusCode())
                .as("the same values from a page that is late")
                .isEqualTo(412);
    }

    @Test
    void undoAfterALaterChangeIsRefused() {
        Map<String, String> typed = fields();
        typed.put("/weights/core.gaps", "9");
        HttpResponse<String> saved = planner.submit(page, typed);
        Object mine = version();
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        assertThat(planner.get(PageClient.redirectTarget(saved)).body()).doesNotContain(page + "/undo");
        assertThat(planner.submit(page + "/undo", Map.of("version", mine.toString()))
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.get(place + "/weights").at("/core.gaps")).isEqualTo(9);
    }

    @Test
    void interventionsWithRulesOfTheirOwnAreNamed() {
        String camp = made("camp-3-weeks");
        String title = "Disse indsatser har deres egne arbejdstidsregler";
        assertThat(planner.get(page(camp)).body()).doesNotContain(title);
        String guide = page(camp).replace("/rules", "/camp/rules");
        Map<String, String> typed = PageFields.of(planner.get(guide).body());
        typed.put("/parameters/work/hoursPerDay", "9");
        planner.submit(guide, typed);
        assertThat(planner.get(page(camp)).body())
                .contains(title, "href=\"" + page(camp).replace("/rules", "/interventions/camp") + "\"");
    }

    @Test
    void campGuideAndPageShowTheSameWishes() {
        String camp = page(made("camp-3-weeks"));
        List<String> ofPage = wishes(camp);
        ofPage.remove("/weights/core.difference");
        assertThat(ofPage).hasSizeGreaterThan(10);
        assertThat(wishes(camp.replace("/rules", "/camp/rules"))).containsExactlyInAnyOrderElementsOf(ofPage);
    }

    private List<String> wishes(String address) {
        return new ArrayList<>(PageFields.of(planner.get(address).body()).keySet().stream()
                .filter(name -> name.startsWith("/weights/"))
                .toList());
    }
}
