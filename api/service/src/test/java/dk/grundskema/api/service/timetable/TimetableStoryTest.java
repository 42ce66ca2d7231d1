package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class TimetableStoryTest {
    private static final long STEPS = 20;

    private static String camp(TestDatabase database) {
        var server = TestServices.on(database);
        return SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server), server, TestServices.weekOfCamp(), STEPS);
    }

    private static String id(Answer overview, String list) {
        return (String) overview.at("/" + list + "/0/id");
    }

    @Test
    void aPlanIsLookedAtByWeekPersonTeamRoomAndStudent() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String timetable = camp(TestDatabase.H2) + "/timetable";
        Answer overview = client.get(timetable + "/weeks");
        assertThat(overview.status()).as(overview.body()).isEqualTo(200);
        String week = (String) overview.at("/weeks/0");
        Answer ofWeek = client.get(timetable + "/weeks/" + week);
        assertThat(ofWeek.at("/entries/0/title")).as(ofWeek.body()).isNotEqualTo("null");
        for (String list : List.of("staff", "rooms", "teams", "students")) {
            Answer one = client.get(timetable + "/" + list + "/" + id(overview, list) + "?week=" + week);
            assertThat(one.status()).as(one.body()).isEqualTo(200);
            assertThat(one.at("/about/id")).isEqualTo(id(overview, list));
            assertThat(one.at("/week")).isEqualTo(week);
        }
        String nobody = timetable + "/staff/nobody";
        assertThat(client.get(nobody).at("/code")).isEqualTo("views.not-in-timetable");
        assertThat(client.get(timetable + "/staff/" + id(overview, "staff") + "?week=40")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void colleaguesInAMeetingArePartnersInTheOwnTimetable() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String timetable = camp(TestDatabase.H2) + "/timetable";
        String week = (String) client.get(timetable + "/weeks").at("/weeks/0");
        Map<?, ?> together = entries(client.get(timetable + "/weeks/" + week)).stream()
                .filter(entry -> staff(entry).size() > 1)
                .findFirst()
                .orElseThrow();
        for (String me : staff(together)) {
            List<Map<?, ?>> own = entries(client.get(timetable + "/staff/" + me + "?week=" + week));
            var partners = new ArrayList<>(staff(together));
            partners.remove(me);
            assertThat(own.stream()
                            .filter(entry -> moment(entry).equals(moment(together)))
                            .map(TimetableStoryTest::staff))
                    .as(me)
                    .containsExactly(partners);
            assertThat(own).as(me).noneMatch(entry -> staff(entry).contains(me));
        }
    }

    private static List<Map<?, ?>> entries(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var entries = new ArrayList<Map<?, ?>>();
        ((List<?>) answer.at("/entries")).forEach(entry -> entries.add((Map<?, ?>) entry));
        return entries;
    }

    private static String moment(Map<?, ?> entry) {
        return entry.get("session") + " " + entry.get("date") + " " + entry.get("start");
    }

    private static List<String> staff(Map<?, ?> entry) {
        return ids(entry, "staff");
    }

    private static List<String> ids(Map<?, ?> entry, String list) {
        return entry.get(list) instanceof List<?> all
                ? all.stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("id")))
                        .toList()
                : List.of();
    }

    @Test
    @Tag("http")
    void aClassHasItsLessonsAndNoOtherClasses() {
        var server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String timetable = SolvedPlans.createSolvedPlan(client, server, "school-12-classes", STEPS) + "/timetable";
        Answer overview = client.get(timetable + "/weeks");
        assertThat((List<?>) overview.at("/classes")).hasSize(12);
        String week = (String) overview.at("/weeks/0");
        String one = "4b";
        Answer ofClass = client.get(timetable + "/classes/" + one + "?week=" + week);
        List<Map<?, ?>> lessons = entries(ofClass);
        assertThat(ofClass.at("/about/name")).isEqualTo("4B");
        assertThat(lessons)
                .hasSizeGreaterThan(20)
                .allMatch(entry -> ids(entry, "teams").contains(one));
        assertThat(lessons.stream().map(TimetableStoryTest::moment))
                .as("and everything of it in that week")
                .containsExactlyInAnyOrderElementsOf(entries(client.get(timetable + "/weeks/" + week)).stream()
                        .filter(entry -> ids(entry, "teams").contains(one))
                        .map(TimetableStoryTest::moment)
                        .toList());
        assertThat(entries(client.get(timetable + "/classes/" + one))).hasSizeGreaterThan(lessons.size());
        assertThat(client.get(timetable + "/classes/9z").at("/code")).isEqualTo("views.not-in-timetable");
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String weeks = camp(TestDatabase.H2) + "/timetable/weeks";
        Answer first = client.get(weeks);
        Answer again = client.withHeader("If-None-Match", first.tag()).get(weeks);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        ServiceClient dane =
                new ServiceClient(client.base(), List.of("Accept-Language", "da")).withToken(TestDatabase.TOKEN);
        assertThat(dane.withHeader("If-None-Match", first.tag()).get(weeks).status())
                .isEqualTo(200);
    }

    @Test
    void aPlanWithoutATimetableSaysSo() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String plan = TestPlans.createCampPlan(client);
        assertThat(client.get(plan + "/timetable").status()).isEqualTo(404);
        assertThat(client.get(plan + "/fidelity").at("/code")).isEqualTo("plan.no-timetable");
    }

    @Test
    @Tag("http")
    void reportsAndExportsOfAPlanAreAvailable() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String plan = camp(TestDatabase.H2);
        for (String what : List.of("fidelity", "ledger")) {
            assertThat(available(client, plan + "/" + what).header("Content-Disposition"))
                    .isEmpty();
        }
        for (String what :
                List.of("ledger.xlsx", "sheets", "calendars", "exports/problem.json", "exports/timetable.json")) {
            assertThat(available(client, plan + "/" + what).header("Content-Disposition"))
                    .startsWith("attachment; filename=\"");
        }
    }

    private static Answer available(ServiceClient client, String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        return answer;
    }

    @Test
    void fidelityIsToldInTheCallersLanguage() {
        ServiceClient client = ServiceClient.administrator(TestServices.on(TestDatabase.H2));
        String fidelity = camp(TestDatabase.H2) + "/fidelity";
        ServiceClient dane =
                new ServiceClient(client.base(), List.of("Accept-Language", "da")).withToken(TestDatabase.TOKEN);
        assertThat((String) client.get(fidelity).at("/headline")).contains(" things are asked: ", " not planned here");
        assertThat((String) dane.get(fidelity).at("/headline"))
                .startsWith("Der spørges til ")
                .contains(" planlægges ikke her");
    }

    @Test
    void twoTimetablesAreComparedInWordsAndNumbers() {
        var server = TestServices.on(TestDatabase.H2);
        ServiceClient client = ServiceClient.administrator(server);
        String plan = camp(TestDatabase.H2);
        Object first = client.get(plan).at("/revision/id");
        SolvedPlans.giveTimetable(server, plan, STEPS, 2);
        Answer compared = client.get(
                "/api/v1/revisions/" + first + "/comparison/" + client.get(plan).at("/revision/id"));
        assertThat(compared.status()).as(compared.body()).isEqualTo(200);
        assertThat((List<?>) compared.at("/problem")).isEmpty();
        assertThat((int) compared.at("/timetable/sessions")).isPositive();
        assertThat(compared.at("/timetable/changes/0/heading")).isNotEqualTo("null");
        assertThat(compared.at("/timetable/rules/0/name")).isNotEqualTo("null");
        assertThat(compared.at("/fidelity/asks/0/before/status")).isNotEqualTo("null");
    }

    @Test
    void theSameTwoRevisionsAreToldEachReaderByRightsAndLanguage() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        ServiceClient planner = school.addPerson(Role.PLANNER).browser();
        String plan = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server), server, school.path(), TestServices.weekOfCamp(), STEPS);
        Object first = planner.get(plan).at("/revision/id");
        SolvedPlans.giveTimetable(server, plan, STEPS, 2);
        String comparison = "/api/v1/revisions/" + first + "/comparison/"
                + planner.get(plan).at("/revision/id");
        List<String> named = ((List<?>) planner.get(plan + "/problem").at("/students"))
                .stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("name")))
                        .filter(planner.get(comparison).body()::contains)
                        .toList();

        assertThat(named).as("students named to the planner").isNotEmpty();
        assertThat(school.addPerson(Role.READER).browser().get(comparison).body())
                .doesNotContain(named);
        assertThat(heading("da", server, comparison)).matches("\\d+ grupper har andre medlemmer:");
        assertThat(heading("en", server, comparison)).matches("\\d+ groups have other members:");
    }

    private static String heading(String language, Server server, String comparison) {
        ServiceClient client = ServiceClient.administrator(server);
        return (String) new ServiceClient(client.base(), List.of("Accept-Language", language))
                .withToken(TestDatabase.TOKEN)
                .get(comparison)
                .at("/timetable/changes/0/heading");
    }
}
