package dk.grundskema.api.service.campguide;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.testing.PageFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The steps of the camp guide. */
final class CampGuideTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = made("camp-3-weeks");
    private final String guide = pages(place) + "/camp";

    private String made(String example) {
        return TestPlans.createPlan(client, school.path(), TestServices.exampleProblem(example))
                .header("Location");
    }

    private static String pages(String plan) {
        return "/plans/" + TestPlans.planIdOf(plan).value();
    }

    private PageClient as(Role role) {
        return PageClient.signedIn(server, school.addPerson(role));
    }

    private Object said(String pointer) {
        return client.get(place + "/problem").at("/interventions/0/parameters" + pointer);
    }

    private static Map<String, String> dates(String first, String last) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("version", "1");
        typed.put("/title", "Vintercamp");
        typed.put("/parameters/firstDay", first);
        typed.put("/parameters/lastDay", last);
        typed.put("/parameters/overnight", "false");
        typed.put("/parameters/takesStudentsFromLessons/by", "Karen Holm");
        typed.put("/parameters/takesStudentsFromLessons/reason", "Aftalt i maj");
        return typed;
    }

    /** Returns the fields of the unchanged form of a step. */
    private Map<String, String> standing(String step) {
        return PageFields.of(as(Role.PLANNER).get(guide + "/" + step).body());
    }

    @Test
    void guideIsThereForThoseWhoPlanACampAndForNobodyElse() {
        assertThat(as(Role.PLANNER).get(pages(place)).body()).contains("href=\"" + guide + "\"");
        assertThat(as(Role.READER).get(pages(place)).body()).doesNotContain("href=\"" + guide + "\"");
        assertThat(as(Role.READER).get(guide + "/dates").statusCode()).isEqualTo(403);
        String co = pages(made("school-12-classes"));
        assertThat(as(Role.PLANNER).get(co).body()).doesNotContain("href=\"" + co + "/camp\"");
        assertThat(as(Role.PLANNER).get(co + "/camp").statusCode()).isEqualTo(404);
        assertThat(as(Role.PLANNER).get(guide + "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void guideLeadsToAStepAndSaysHowEachStands() {
        assertThat(PageClient.redirectTarget(as(Role.PLANNER).get(guide))).startsWith(guide + "/");
        assertThat(as(Role.PLANNER).get(guide + "/dates").body())
                .contains("aria-current=\"step\"", "7.–27. september 2026, dagcamp", "value=\"2026-09-07\"", "Set på");
    }

    @Test
    void datesAreSavedWithTheWeeksThatTheyTouchAndLeadOn() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        Map<String, String> typed = dates("2026-09-09", "2026-09-18");
        typed.put("then", "next");
        HttpResponse<String> saved = planner.submit(guide + "/dates", typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(saved)).startsWith(guide + "/").isNotEqualTo(guide + "/dates");
        assertThat(said("/weeks")).isEqualTo(2);
        assertThat(said("/lastDay")).isEqualTo("2026-09-18");
        assertThat(said("/teams/count")).isEqualTo(3);
        assertThat(client.get(place + "/problem").at("/interventions/0/title")).isEqualTo("Vintercamp");
        assertThat(client.get(place + "/problem").at("/horizon/weeks")).isEqualTo(3);
    }

    @Test
    void stepsThatAreOnlyClickedThroughMakeNoRevision() {
        // The form of teams has several ticks of one name.
        for (CampStep step : EnumSet.complementOf(EnumSet.of(CampStep.TEAMS))) {
            PageClient planner = as(Role.PLANNER).open(guide + "/" + step.word());
            Map<String, String> typed = new LinkedHashMap<>(standing(step.word()));
            typed.put("then", "next");
            HttpResponse<String> saved = planner.submit(guide + "/" + step.word(), typed);

            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
            assertThat(client.get(place).at("/version"))
                    .as("%s: %s", step.word(), client.get(place).at("/revision/text"))
                    .isEqualTo(1);
        }
    }

    @Test
    void planGetsTheWeeksOfACampThatIsMovedOutOfIt() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        HttpResponse<String> saved = planner.submit(guide + "/dates", dates("2026-09-21", "2026-10-09"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(client.get(place + "/problem").at("/horizon/firstWeek")).isEqualTo("2026-W37");
        assertThat(client.get(place + "/problem").at("/horizon/weeks")).isEqualTo(5);
    }

    @Test
    void daysOfTheCampAreReadInDanishNotation() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        HttpResponse<String> saved = planner.submit(guide + "/dates", dates("7. september 2026", "25/9"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(client.get(place + "/problem").at("/interventions/0/parameters/firstDay"))
                .isEqualTo("2026-09-07");
        assertThat(client.get(place + "/problem").at("/interventions/0/parameters/lastDay"))
                .isEqualTo("2026-09-25");
    }

    @Test
    void everythingThatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        Map<String, String> typed = dates("2026-09-31", "");
        HttpResponse<String> refused = planner.submit(guide + "/dates", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "2 felter skal rettes",
                        "value=\"2026-09-31\"",
                        "id=\"f-parameters-firstDay-said\"",
                        "id=\"f-parameters-lastDay-said\"",
                        "value=\"Karen Holm\"");
        Map<String, String> nameless = dates("2026-09-07", "2026-09-27");
        nameless.put("/title", "");
        assertThat(planner.submit(guide + "/dates", nameless).body()).contains("id=\"f-title-said\"");
        HttpResponse<String> backwards = planner.submit(guide + "/dates", dates("2026-09-18", "2026-09-09"));
        assertThat(backwards.body()).contains("Campens sidste dag", "ligger før den første");
        HttpResponse<String> endless = planner.submit(guide + "/dates", dates("2026-09-07", "2027-01-09"));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(endless.body()).contains("Ét felt skal rettes");
        assertThat(client.get(place).at("/version")).isEqualTo(1);
    }

    @Test
    void campInSchoolTimeAsksWhoDecidedIt() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        Map<String, String> typed = dates("2026-09-07", "2026-09-27");
        typed.remove("/parameters/takesStudentsFromLessons/by");
        typed.remove("/parameters/takesStudentsFromLessons/reason");
        HttpResponse<String> refused = planner.submit(guide + "/dates", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("skriv, hvem der har besluttet det");
    }

    @Test
    void lateSaveListsOthersChangesAndKeepsTypedValues() {
        PageClient planner = as(Role.PLANNER).open(guide + "/dates");
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        Map<String, String> typed = dates("2026-09-09", "2026-09-18");
        HttpResponse<String> late = planner.submit(guide + "/dates", typed);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Imens er planen blevet ændret", "name=\"version\" value=\"2\"", "value=\"Vintercamp\"")
                .containsPattern("<li>\\w[^<]* \\(\\d{2}\\.\\d{2}\\): \\w");
        typed.put("version", "2");
        assertThat(planner.submit(guide + "/dates", typed).statusCode()).isEqualTo(303);
    }

    @Test
    void rulesAreSentencesWithANumberAndASource() {
        String page = as(Role.PLANNER).get(guide + "/rules").body();
        assertThat(page)
                .contains(
                        "Mellem to dages arbejde har alle mindst",
                        "name=\"/parameters/work/dailyRestHours\" value=\"11\"",
                        "arbejdsmiljøloven, kapitel 9",
                        "name=\"/parameters/staffOfModules\" value=\"2\"",
                        "name=\"/parameters/preparationMinutes/MODULE\" value=\"30\"",
                        "Et hold møder få forskellige voksne.",
                        "name=\"/weights/camp.few-faces\" value=\"30\"",
                        "Kilde: Læringslokomotivet, anbefalinger (et fast personale)",
                        "Kilde: vores forslag")
                .doesNotContain("core.difference");
    }

    @Test
    void defaultRulesAreNotWrittenAndChangedRulesAreSavedTogether() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        Object before = said("/preparationMinutes");
        assertThat(planner.submit(guide + "/rules", typed).statusCode()).isEqualTo(303);
        assertThat(said("/work")).hasToString("null");
        assertThat(said("/preparationMinutes")).isEqualTo(before);
        assertThat(client.get(place + "/weights").body()).doesNotContain("camp.");

        typed.put("version", String.valueOf(client.get(place).at("/version")));
        typed.put("/parameters/work/hoursPerDay", "");
        typed.put("/parameters/work/hoursPerWeek", "37,5");
        typed.put("/parameters/work/weeklyRestHours", "36");
        typed.put("/parameters/staffOfModules", "3");
        typed.put("/parameters/preparationMinutes/EVENING", "20");
        typed.put("/weights/camp.few-faces", "45");
        HttpResponse<String> saved = planner.submit(guide + "/rules", typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(planner.get(PageClient.redirectTarget(saved)).body()).contains("Gemt.", "Ét ønske vejer anderledes");
        assertThat(said("/work/weeklyRestHours")).isEqualTo(36);
        assertThat(said("/work/hoursPerDay")).hasToString("null");
        assertThat(said("/work/hoursPerWeek")).hasToString("37.5");
        assertThat(said("/dayKinds/0/blocks/3/staff")).isEqualTo(3);
        assertThat(said("/dayKinds/0/blocks/0/staff")).isNotEqualTo(3);
        assertThat(said("/preparationMinutes/EVENING")).isEqualTo(20);
        assertThat(client.get(place + "/weights").at("/camp.few-faces")).isEqualTo(45);
        String usual = planner.get(guide + "/rules").body();
        assertThat(usual)
                .contains(
                        "name=\"/parameters/work/hoursPerDay\" value=\"\"",
                        "name=\"/parameters/work/hoursPerWeek\" value=\"37,5\"");
    }

    @Test
    void limitsOfDatesAreSavedWithTheirLevelAndTakenAwayAgain() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        assertThat(typed)
                .containsEntry("/parameters/work/restBetweenDates/minutes", "")
                .containsEntry("/parameters/work/restBetweenDates/level", "");
        typed.put("/parameters/work/longestDay/minutes", "600");
        typed.put("/parameters/work/longestDay/level", "HARD");
        typed.put("/parameters/work/freeDates/perWeek", "1");
        typed.put("/parameters/work/freeDates/level", "SOFT");
        assertThat(planner.submit(guide + "/rules", typed).statusCode()).isEqualTo(303);
        assertThat(said("/work/longestDay/minutes")).isEqualTo(600);
        assertThat(said("/work/freeDates/perWeek")).isEqualTo(1);
        assertThat(said("/work/freeDates/level")).isEqualTo("SOFT");
        assertThat(said("/work/restBetweenDates")).hasToString("null");

        Map<String, String> saved = standing("rules");
        assertThat(saved)
                .containsEntry("/parameters/work/longestDay/level", "HARD")
                .containsEntry("/parameters/work/freeDates/level", "SOFT");
        saved.put("/parameters/work/longestDay/minutes", "");
        saved.put("/parameters/work/freeDates/level", "MEDIUM");
        assertThat(planner.submit(guide + "/rules", saved).statusCode()).isEqualTo(303);
        assertThat(said("/work/longestDay")).hasToString("null");
        assertThat(said("/work/freeDates/level")).isEqualTo("MEDIUM");
    }

    @Test
    void weightOfALimitIsAskedForOnlyWhereItIsAWish() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        assertThat(typed).doesNotContainKeys("/weights/core.free-dates-wish", "/weights/camp.double-module-wish");
        typed.put("/parameters/work/freeDates/perWeek", "1");
        typed.put("/parameters/work/freeDates/level", "SOFT");
        typed.put("/parameters/noDoubleModules/level", "SOFT");
        assertThat(planner.submit(guide + "/rules", typed).statusCode()).isEqualTo(303);

        assertThat(standing("rules"))
                .containsEntry("/weights/core.free-dates-wish", "100")
                .containsEntry("/weights/camp.double-module-wish", "20")
                .doesNotContainKeys("/weights/core.long-day-wish");
    }

    @Test
    void doubleModulesAreBannedWithExceptionsAndAllowedAgain() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        assertThat(typed).containsEntry("/parameters/noDoubleModules/level", "");
        String subject = String.valueOf(said("/subjects/0/id"));
        typed.put("/parameters/noDoubleModules/level", "MEDIUM");
        typed.put("/parameters/noDoubleModules/except", subject);
        assertThat(planner.submit(guide + "/rules", typed).statusCode()).isEqualTo(303);
        assertThat(said("/noDoubleModules/level")).isEqualTo("MEDIUM");
        assertThat(said("/noDoubleModules/except/0")).isEqualTo(subject);

        Map<String, String> saved = standing("rules");
        assertThat(saved).containsEntry("/parameters/noDoubleModules/level", "MEDIUM");
        saved.put("/parameters/noDoubleModules/level", "OFTE");
        HttpResponse<String> refused = planner.submit(guide + "/rules", saved);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"f-parameters-noDoubleModules-level-said\"");
        saved.put("/parameters/noDoubleModules/level", "");
        assertThat(planner.submit(guide + "/rules", saved).statusCode()).isEqualTo(303);
        assertThat(said("/noDoubleModules")).hasToString("null");
    }

    @Test
    @SuppressWarnings("unchecked") // the example's subjects are objects
    void limitOfRoomsIsOfferedForSubjectsThatNeedThemSavedAndTakenAway() {
        assertThat(standing("rules")).doesNotContainKey("/parameters/roomLimits/0/most");
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        var camp = (Map<String, Map<String, Object>>) ((List<?>) problem.get("interventions")).getFirst();
        var subjects = (List<Map<String, Object>>) camp.get("parameters").get("subjects");
        subjects.getLast().put("roomKinds", List.of("hall"));
        String own = TestPlans.createPlan(client, school.path(), problem).header("Location");
        String rules = pages(own) + "/camp/rules";
        PageClient planner = as(Role.PLANNER).open(rules);
        String limit = "/parameters/roomLimits/0";

        Map<String, String> typed = PageFields.of(planner.get(rules).body());
        assertThat(typed)
                .containsEntry(limit + "/roomKinds", "hall")
                .containsEntry(limit + "/most", "")
                .containsEntry(limit + "/level", "HARD");
        typed.put(limit + "/most", "1");
        typed.put(limit + "/level", "MEDIUM");
        assertThat(planner.submit(rules, typed).statusCode()).isEqualTo(303);
        String saved = "/interventions/0/parameters/roomLimits";
        assertThat(client.get(own + "/problem").at(saved + "/0/most")).isEqualTo(1);
        assertThat(client.get(own + "/problem").at(saved + "/0/level")).isEqualTo("MEDIUM");
        assertThat(client.get(own + "/problem").at(saved + "/0/roomKinds/0")).isEqualTo("hall");

        Map<String, String> again = PageFields.of(planner.get(rules).body());
        again.put(limit + "/most", "41");
        HttpResponse<String> refused = planner.submit(rules, again);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"f-parameters-roomLimits-0-most-said\"");
        again.put(limit + "/most", "");
        assertThat(planner.submit(rules, again).statusCode()).isEqualTo(303);
        assertThat(client.get(own + "/problem").at(saved)).hasToString("null");
    }

    @Test
    void modulesOfASubjectAreLimitedAndFreeAgain() {
        PageClient planner = as(Role.PLANNER).open(guide + "/subjects");
        Map<String, String> typed = standing("subjects");
        String allowed = "/parameters/subjects/1/allowedBlocks";
        assertThat(typed).containsEntry(allowed + "/level", "HARD").doesNotContainKey(allowed + "/blocks");
        typed.put(allowed + "/blocks", "module-3");
        typed.put(allowed + "/level", "SOFT");
        assertThat(planner.submit(guide + "/subjects", typed).statusCode()).isEqualTo(303);
        assertThat(said("/subjects/1/allowedBlocks/blocks/0")).isEqualTo("module-3");
        assertThat(said("/subjects/1/allowedBlocks/level")).isEqualTo("SOFT");
        assertThat(said("/subjects/0/allowedBlocks")).hasToString("null");

        Map<String, String> saved = standing("subjects");
        assertThat(saved).containsEntry(allowed + "/blocks", "module-3");
        saved.remove(allowed + "/blocks");
        assertThat(planner.submit(guide + "/subjects", saved).statusCode()).isEqualTo(303);
        assertThat(said("/subjects/1/allowedBlocks")).hasToString("null");
    }

    @Test
    void kindsOfRoomOfASubjectAreChosenAndFreeAgain() {
        PageClient planner = as(Role.PLANNER).open(guide + "/subjects");
        Map<String, String> typed = standing("subjects");
        String kinds = "/parameters/subjects/1/roomKinds";
        assertThat(typed).containsKey(kinds + "/asked");
        typed.put(kinds, "gym");
        assertThat(planner.submit(guide + "/subjects", typed).statusCode()).isEqualTo(303);
        assertThat(said("/subjects/1/roomKinds/0")).isEqualTo("gym");

        Map<String, String> saved = standing("subjects");
        assertThat(saved).containsEntry(kinds, "gym");
        saved.remove(kinds);
        assertThat(planner.submit(guide + "/subjects", saved).statusCode()).isEqualTo(303);
        assertThat(said("/subjects/1/roomKinds")).hasToString("null");
    }

    @Test
    void wrongLimitsOfDatesAreSaidAtTheirFields() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        typed.put("/parameters/work/longestDay/minutes", "29");
        typed.put("/parameters/work/longestDay/level", "MEDIUM");
        typed.put("/parameters/work/freeDates/perWeek", "7");
        typed.put("/parameters/work/freeDates/level", "SOFT");
        typed.put("/parameters/work/restBetweenDates/minutes", "660");
        typed.put("/parameters/work/restBetweenDates/level", "OFTE");
        HttpResponse<String> refused = planner.submit(guide + "/rules", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "3 felter skal rettes",
                        "id=\"f-parameters-work-longestDay-minutes-said\"",
                        "id=\"f-parameters-work-freeDates-perWeek-said\"",
                        "id=\"f-parameters-work-restBetweenDates-level-said\"");
    }

    @Test
    void wrongNumbersOfRulesAndWishesAreSaidTogether() {
        PageClient planner = as(Role.PLANNER).open(guide + "/rules");
        Map<String, String> typed = standing("rules");
        typed.put("/parameters/work/dailyRestHours", "5");
        typed.put("/parameters/staffOfModules", "mange");
        typed.put("/weights/camp.few-faces", "meget");
        HttpResponse<String> refused = planner.submit(guide + "/rules", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "3 felter skal rettes",
                        "value=\"mange\"",
                        "value=\"meget\"",
                        "id=\"f-parameters-work-dailyRestHours-said\"",
                        "id=\"f-parameters-staffOfModules-said\"",
                        "id=\"f-weights-camp-few-faces-said\"");
    }

    @Test
    void teamsAreFormedOrTakenFromTheListAndStaffIsChosen() {
        PageClient planner = as(Role.PLANNER).open(guide + "/teams");
        Map<String, String> typed = standing("teams");
        typed.put("/parameters/teams/largest", "3");
        HttpResponse<String> refused = planner.submit(guide + "/teams", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"f-parameters-teams-largest-said\"", "value=\"3\"");
        typed.put("/parameters/teams/smallest", "6");
        typed.put("/parameters/teams/largest", "10");
        typed.put(
                "/parameters/staff",
                String.valueOf(client.get(place + "/problem").at("/staff/0/id")));
        assertThat(planner.submit(guide + "/teams", typed).statusCode()).isEqualTo(303);
        assertThat(said("/teams/smallest")).isEqualTo(6);
        assertThat(said("/staff/0")).isEqualTo(typed.get("/parameters/staff"));
        assertThat(said("/staff/1")).hasToString("null");
        typed.put("version", "2");
        typed.put("how", "given");
        HttpResponse<String> none = planner.submit(guide + "/teams", typed);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("id=\"f-parameters-teams-said\"");
    }

    @Test
    void subjectsAreATableThatSaysWhetherTheyFit() {
        PageClient planner = as(Role.PLANNER).open(guide + "/subjects");
        Map<String, String> typed = standing("subjects");
        Object thread = said("/subjects/2/steps/0");
        int rows = (int) typed.keySet().stream()
                .filter(one -> one.matches("/parameters/subjects/\\d+"))
                .count();
        typed.put("do", "add");
        Map<String, String> more =
                PageFields.of(planner.submit(guide + "/subjects", typed).body());
        String fresh = "/parameters/subjects/" + rows;
        more.put(fresh + "/title", "Musik");
        more.put(fresh + "/modulesPerWeek", "nogle");
        HttpResponse<String> refused = planner.submit(guide + "/subjects", more);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Musik\"", "value=\"nogle\"", "Ét felt skal rettes");
        more.put(fresh + "/modulesPerWeek", "9");
        HttpResponse<String> saved = planner.submit(guide + "/subjects", more);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(said("/subjects/" + rows + "/title")).isEqualTo("Musik");
        assertThat(said("/subjects/2/steps/0")).isEqualTo(thread).isEqualTo("nysgerrighed");
        assertThat(planner.get(guide + "/subjects").body()).contains("Fagene skal have", "Se på den");
    }

    @Test
    void campWhoseSubjectsAreAllTakenAwayHasNone() {
        PageClient planner = as(Role.PLANNER).open(guide + "/subjects");
        assertThat(planner.submit(guide + "/subjects", Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(planner.get(guide + "/subjects").body()).doesNotContain("Dansk\"");
        assertThat(planner.submit(guide + "/dates", withVersion("2")).statusCode())
                .isEqualTo(303);
        assertThat(planner.get(guide + "/subjects").body())
                .doesNotContain("value=\"Dansk\"")
                .contains("0 fag");
    }

    private static Map<String, String> withVersion(String version) {
        Map<String, String> typed = dates("2026-09-07", "2026-09-27");
        typed.put("version", version);
        return typed;
    }

    @Test
    void baseTimetableOfASpreadsheetIsShownAndKeptOnlyWhenSaved() {
        String sheet = """
                Tid;Hverdag;Onsdag (tur)
                8.15-8.45;Morgenmad;Morgenmad
                9.00-10.30;Modul 1;Heldagstur (3 voksne)
                10.30-12.00;Kagebagning;Heldagstur (3 voksne)
                """;
        Object before = said("/dayKinds");

        PageClient planner = as(Role.PLANNER).open(guide + "/days");
        HttpResponse<String> shown = planner.submitFile(guide + "/days/sheet", "file", "grundskema.csv", sheet);

        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("Onsdag (tur)", "value=\"Heldagstur\"", "grundskema.csv B4", "Kagebagning");
        assertThat(said("/dayKinds")).isEqualTo(before);

        Map<String, String> fields = PageFields.of(shown.body());
        assertThat(planner.submit(guide + "/days", fields).statusCode()).isEqualTo(303);
        assertThat(String.valueOf(said("/dayKinds")))
                .contains("heldagstur", "Kagebagning")
                .doesNotContain("Frokost");

        HttpResponse<String> none = planner.open(guide + "/days")
                .submitFile(guide + "/days/sheet", "file", "grundskema.csv", "Navn;Alder\nIda;9\n");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Skriv tiderne ned ad siden", "value=\"Heldagstur\"");
    }
}
