package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The pages of interventions. */
final class InterventionPagesTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = TestPlans.createPlan(
                    client, school.path(), TestServices.exampleProblem("school-12-classes"))
            .header("Location");
    private final String pages = "/plans/" + TestPlans.planIdOf(place).value() + "/interventions";

    private PageClient as(Role role) {
        return PageClient.signedIn(server, school.addPerson(role));
    }

    private String id(int nth) {
        return String.valueOf(client.get(place + "/interventions").at("/items/" + nth + "/id"));
    }

    private Map<String, String> coTeaching(String lessons) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("version", "1");
        typed.put("/title", "Ekstra voksne i efteråret");
        typed.put("/parameters/lessonMinutes", lessons);
        typed.put("/parameters/experienceYears", "2");
        typed.put("/parameters/classes/0", "here");
        typed.put("/parameters/classes/0/groupId", "ingen-klasse");
        typed.put("/parameters/classes/0/need", "3");
        typed.put("/parameters/pool/0", "here");
        typed.put(
                "/parameters/pool/0/staffId",
                String.valueOf(client.get(place + "/problem").at("/staff/0/name")));
        return typed;
    }

    @Test
    void interventionsAreListedWithThoseTheyName() {
        String all = as(Role.PLANNER).get(pages).body();
        assertThat(all).contains("Tolærerordning", "klasse", "href=\"" + pages + "/" + id(0) + "\"");
        assertThat(as(Role.READER).get(pages).body())
                .contains("Tolærerordning")
                .doesNotContain("Tilføj en indsats", "href=\"" + pages + "/" + id(0) + "\"");
        assertThat(as(Role.READER).get(pages + "/" + id(0)).statusCode()).isEqualTo(403);
    }

    @Test
    void aTypeIsChosenByItsNameAndASentence() {
        assertThat(as(Role.PLANNER).get(pages + "/new").body())
                .contains("Camp", "Makkerlæring", "Kilde: ", "/interventions/new?type=small-groups");
    }

    @Test
    void theFormHasTheFieldsOfTheTypeWithWhatTheGuideSays() {
        String form = as(Role.PLANNER).get(pages + "/new?type=small-groups").body();
        assertThat(form)
                .contains(
                        ">Sessioner i en gruppe om ugen</label>",
                        "Guiden beder om mindst 4.",
                        "name=\"/parameters/weeks\" value=\"12\"",
                        "name=\"/title\"");
    }

    @Test
    void figuresStandBesideTheirFieldsWithTheirSourcesInBothLanguages() {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(pages + "/" + id(0)).body())
                .contains(
                        "10,5 for type 1, 14,5 for type 2.",
                        "aria-describedby=\"f-parameters-classes-0-lessonsPerWeek-hint f-parameters-classes-0-lessonsPerWeek-source\"",
                        source(
                                "f-parameters-classes-0-lessonsPerWeek",
                                "Kilde: Guide A, tolærerordning i praksis; oversigten, kapitel 4, siger 10–14"),
                        "<fieldset class=\"group\" id=\"f-parameters-preparation\" aria-describedby=\"f-parameters-preparation-hint f-parameters-preparation-source\">",
                        source(
                                "f-parameters-preparation",
                                "Kilde: Guide A, tolærerordning i praksis; minutterne er vores"))
                .doesNotContain("id=\"f-parameters-pool-0-staffId-source\"");

        planner.open("/").submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.get(pages + "/new?type=small-groups").body())
                .contains(
                        "1 to 40. The guide asks for 12.",
                        source("f-parameters-weeks", "Source: Guide C, overview of small groups"),
                        "aria-describedby=\"f-parameters-weeks-hint f-parameters-weeks-source\"",
                        "aria-describedby=\"f-parameters-gatherings-hint f-parameters-gatherings-source\"");
    }

    private static String source(String field, String words) {
        return "<p class=\"hint source\" id=\"%s-source\">%s</p>".formatted(field, words);
    }

    @Test
    void everythingThatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        PageClient planner = as(Role.PLANNER).open(pages);
        HttpResponse<String> refused = planner.submit(pages + "/new?type=co-teaching", coTeaching("mange"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "felter skal rettes",
                        "value=\"mange\"",
                        "value=\"Ekstra voksne i efteråret\"",
                        "id=\"f-parameters-lessonMinutes-trouble\"",
                        "aria-describedby=\"f-parameters-lessonMinutes-hint f-parameters-lessonMinutes-trouble f-parameters-lessonMinutes-source\"",
                        "id=\"f-parameters-classes-0-groupId-trouble\"");
        assertThat(client.get(place + "/interventions").body()).doesNotContain("Ekstra voksne");
    }

    @Test
    void missingFieldsAreReportedWithoutTheirJsonNames() {
        Map<String, String> typed = coTeaching("50");
        typed.remove("/parameters/classes/0/need");
        typed.remove("/parameters/pool/0/staffId");
        typed.put("/title", "");
        HttpResponse<String> refused = as(Role.PLANNER).open(pages).submit(pages + "/new?type=co-teaching", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Feltet skal udfyldes.").doesNotContain("Feltet &quot;", "staffId&quot;");
    }

    @Test
    void aRowIsAddedAndTakenAwayWithoutAnythingElseBeingLost() {
        PageClient planner = as(Role.PLANNER).open(pages);
        Map<String, String> typed = coTeaching("50");
        typed.put("add", "/parameters/classes");
        String more = planner.submit(pages + "/new?type=co-teaching", typed).body();
        assertThat(more).contains("name=\"/parameters/classes/1\"", "value=\"50\"", "Ekstra voksne i efteråret");
        typed.remove("add");
        typed.put("drop", "/parameters/classes/0");
        String less = planner.submit(pages + "/new?type=co-teaching", typed).body();
        assertThat(less).doesNotContain("name=\"/parameters/classes/0\"").contains("value=\"50\"");
    }

    @Test
    void aRowThatIsAddedDoesNotHideWhatOthersDidMeanwhile() {
        PageClient planner = as(Role.PLANNER).open(pages);
        Map<String, String> typed = coTeaching("50");
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        typed.put("add", "/parameters/classes");
        assertThat(planner.submit(pages + "/new?type=co-teaching", typed).body())
                .contains("name=\"/parameters/classes/1\"", "name=\"version\" value=\"1\"");
    }

    @Test
    void validInterventionIsSavedRemovedAndRestored() {
        PageClient planner = as(Role.PLANNER).open(pages);
        Map<String, String> typed = coTeaching("50");
        typed.put(
                "/parameters/classes/0/groupId",
                String.valueOf(client.get(place + "/problem").at("/groups/0/name")));
        HttpResponse<String> kept = planner.submit(pages + "/new?type=co-teaching", typed);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(planner.get(pages).body()).contains("Ekstra voksne i efteråret");
        String own = pages + "/ekstra-voksne-i-efteraaret";
        assertThat(planner.get(own).body()).contains("name=\"/parameters/lessonMinutes\" value=\"50\"");

        assertThat(planner.get(own + "/removal").body()).contains("Skal", "Du kan fortryde bagefter");
        HttpResponse<String> removed = planner.submit(own + "/removal", Map.of("version", "2"));
        assertThat(planner.get(PageClient.redirectTarget(removed)).body())
                .contains("Indsatsen er fjernet", "/interventions/back")
                .doesNotContain("Ekstra voksne");
        planner.submit(pages + "/back", Map.of("version", "3"));
        assertThat(planner.get(pages).body()).contains("Ekstra voksne");
    }

    @Test
    void locksOfARemovedInterventionAreRemovedWithIt() {
        var problem = new LinkedHashMap<>(TestServices.exampleProblem("small-groups"));
        problem.put(
                "locks",
                List.of(Map.of(
                        "sessionId",
                        "small-groups/training/2026-08-13/14:30",
                        "seats",
                        List.of(Map.of("position", 0, "staffId", "psykolog")))));
        problem.put(
                "memberLocks", List.of(Map.of("studentId", "s005", "groupId", "small-groups/dansk/school/school/1")));
        String locked = TestPlans.createPlan(client, school.path(), problem).header("Location");
        Answer removed =
                client.withHeader("If-Match", client.get(locked).tag()).delete(locked + "/interventions/small-groups");
        assertThat(removed.status()).as(removed.body()).isEqualTo(200);
        assertThat(client.get(locked + "/problem").at("/interventions")).isEqualTo(List.of());
        assertThat(client.get(locked + "/problem").at("/locks")).isEqualTo(List.of());
        assertThat(client.get(locked + "/problem").at("/memberLocks")).isEqualTo(List.of());
    }

    /** A real school has more than a hundred people; nobody is chosen yet. */
    @Test
    void namesAreTypedWhereThereAreManyToChooseFrom() {
        String large =
                TestPlans.createPlan(client, school.path(), withManyStaff()).header("Location");
        String ofLarge = "/plans/" + TestPlans.planIdOf(large).value() + "/interventions";
        PageClient planner = as(Role.PLANNER).open(ofLarge);
        String own = ofLarge + "/" + client.get(large + "/interventions").at("/items/0/id");
        assertThat(planner.get(own).body())
                .contains("name=\"/parameters/classes/0/never\"", "name=\"/parameters/pool/0/neverColleagues\"")
                .doesNotContain("Planen har ingen at vælge imellem.");

        Map<String, String> typed = coTeaching("50");
        typed.put(
                "/parameters/classes/0/groupId",
                String.valueOf(client.get(place + "/problem").at("/groups/0/name")));
        typed.put("/parameters/classes/0/never", "Vikar 3\nVikar 5");
        HttpResponse<String> kept = planner.submit(ofLarge + "/new?type=co-teaching", typed);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(planner.get(ofLarge + "/ekstra-voksne-i-efteraaret").body())
                .contains(">Vikar 3\nVikar 5</textarea>");
    }

    @SuppressWarnings("unchecked") // the example has staff
    private static Map<String, Object> withManyStaff() {
        var problem = new LinkedHashMap<>(TestServices.exampleProblem("school-12-classes"));
        var staff = new ArrayList<>((List<Map<String, Object>>) Objects.requireNonNull(problem.get("staff")));
        for (int i = 0; i < 90; i++) {
            var person = new LinkedHashMap<>(staff.getFirst());
            person.put("id", "vikar-" + i);
            person.put("name", "Vikar " + i);
            staff.add(person);
        }
        problem.put("staff", staff);
        return problem;
    }

    @Test
    void removedInterventionIsNotOfferedBackAfterAnotherChange() {
        PageClient planner = as(Role.PLANNER).open(pages);
        HttpResponse<String> removed = planner.submit(pages + "/" + id(0) + "/removal", Map.of("version", "1"));
        assertThat(planner.get(PageClient.redirectTarget(removed)).body()).contains("/interventions/back");
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        assertThat(planner.get(PageClient.redirectTarget(removed)).body()).doesNotContain("/interventions/back");
        assertThat(planner.submit(pages + "/back", Map.of("version", "2")).statusCode())
                .isEqualTo(412);
        assertThat(client.get(place + "/staff/ny").at("/name")).isEqualTo("Ny Person");
    }

    @Test
    void lateRemovalOrRestoreIsRefusedWithTheOtherAuthorsName() {
        PageClient planner = as(Role.PLANNER).open(pages);
        as(Role.PLANNER).open(pages).submit(pages + "/" + id(0) + "/removal", Map.of("version", "1"));
        String told = "En Person har i mellemtiden ændret planen (";

        HttpResponse<String> removed = planner.submit(pages + "/" + id(0) + "/removal", Map.of("version", "1"));
        assertThat(removed.statusCode()).isEqualTo(412);
        assertThat(removed.body()).contains(told, "role=\"alert\"");
        HttpResponse<String> back = planner.submit(pages + "/back", Map.of("version", "1"));
        assertThat(back.statusCode()).isEqualTo(412);
        assertThat(back.body()).contains(told);
    }

    @Test
    void lateSaveListsOthersChangesAndKeepsTypedValues() {
        PageClient planner = as(Role.PLANNER).open(pages);
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/ny", Map.of("name", "Ny Person"));
        Map<String, String> typed = coTeaching("50");
        typed.put(
                "/parameters/classes/0/groupId",
                String.valueOf(client.get(place + "/problem").at("/groups/0/id")));
        HttpResponse<String> late = planner.submit(pages + "/new?type=co-teaching", typed);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Imens er planen blevet ændret", "name=\"version\" value=\"2\"", "value=\"50\"")
                .containsPattern("<li>\\w[^<]* \\(\\d{2}\\.\\d{2}\\): \\w");
        typed.put("version", "2");
        assertThat(planner.submit(pages + "/new?type=co-teaching", typed).statusCode())
                .isEqualTo(303);
    }

    @Test
    void changeByADeletedAccountSaysThatTheAccountIsGone() {
        Plan currentPlan = server.bean(PlanStore.class).get(TestPlans.planIdOf(place));
        String problem =
                server.bean(PlanStore.class).revision(currentPlan.head()).problem();
        var change = new RevisionContent(
                "revision.created", List.of(), server.bean(DocumentStore.class).problem(problem), null);
        server.bean(PlanStore.class).change(currentPlan.id(), currentPlan.version(), change, new AccountId("gone"));
        assertThat(as(Role.PLANNER)
                        .open(pages)
                        .submit(pages + "/new?type=co-teaching", coTeaching("50"))
                        .body())
                .contains("<li>En, der ikke har en konto mere (");
    }

    @Test
    void typedValuesOutliveAnInterventionThatOthersRemove() {
        PageClient planner = as(Role.PLANNER).open(pages);
        Map<String, String> typed = coTeaching("55");
        typed.put(
                "/parameters/classes/0/groupId",
                String.valueOf(client.get(place + "/problem").at("/groups/0/name")));
        String own = pages + "/" + id(0);
        assertThat(planner.get(own).body()).contains("name=\"type\" value=\"co-teaching\"");
        planner.submit(own + "/removal", Map.of("version", "1"));

        typed.put("type", "co-teaching");
        HttpResponse<String> late = planner.submit(own, typed);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains(
                        "Nogen har fjernet indsatsen",
                        "action=\"" + pages + "/new?type=co-teaching\"",
                        "name=\"version\" value=\"2\"",
                        "value=\"Ekstra voksne i efteråret\"",
                        "name=\"/parameters/lessonMinutes\" value=\"55\"");
        typed.remove("type");
        typed.put("version", "2");
        assertThat(planner.submit(pages + "/new?type=co-teaching", typed).statusCode())
                .isEqualTo(303);
        assertThat(planner.submit(own, typed).statusCode()).isEqualTo(404);
    }
}
