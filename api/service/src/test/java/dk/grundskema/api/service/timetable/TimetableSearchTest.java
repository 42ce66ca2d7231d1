package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The timetable search when several things have the typed name. */
final class TimetableSearchTest {
    private static final Pattern HIT = Pattern.compile(
            "<li><a href=\"([^\"]+)\"><bdi>([^<]+)</bdi></a> <span class=\"quiet\">([^<]+)</span></li>");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    private String camp(Map<String, Object> problem) {
        return "/plans/"
                + TestPlans.planIdOf(SolvedPlans.createSolvedPlan(client, server, school.path(), problem, 20))
                        .value() + "/timetable";
    }

    private String camp() {
        return camp(TestServices.weekOfCamp());
    }

    private static String found(PageClient surfer, String page, String typed) {
        surfer.get(page);
        return PageClient.redirectTarget(
                surfer.submit(page + "/find", Map.of("find", typed, "of", "DAY", "week", "2026-W37")));
    }

    private static List<MatchResult> hits(String page) {
        return HIT.matcher(page).results().toList();
    }

    @Test
    void severalHitsAreListedWithTheirKindAndLinkToTheirWeeks() {
        String page = camp();
        String list = found(planner, page, "Hol");
        assertThat(list).startsWith(page + "?of=DAY&week=2026-W37&hit=").doesNotContain("=hol&", "find=");
        String several = planner.get(list).body();
        assertThat(several).contains("Det passer på ", " navne i skemaet. Hvad mener du?");
        List<MatchResult> hits = hits(several);
        assertThat(hits)
                .extracting(one -> one.group(2) + ", " + one.group(3))
                .contains("Hold 1, hold eller klasse", "Hold 2, hold eller klasse");
        assertThat(several).contains("Det passer på " + hits.size() + " navne");
        for (MatchResult hit : hits) {
            String week = planner.get(hit.group(1).replace("&amp;", "&")).body();
            assertThat(week).contains("week=2026-W37", "<h1><bdi>").doesNotContain("class=\"hits\"");
        }
    }

    @Test
    void peopleRoomsAndSubjectsAreToldApartInBothLanguages() {
        String page = camp();
        String list = found(planner, page, "al");
        String danish = planner.get(list).body();
        assertThat(hits(danish))
                .extracting(one -> one.group(2) + ", " + one.group(3))
                .contains("Alberte Vinther, elev 9", "Lokale 1, lokale");
        assertThat(hits(planner.get(found(planner, page, "lo")).body()))
                .extracting(one -> one.group(2) + ", " + one.group(3))
                .contains("Lone Abildgaard, medarbejder");
        planner.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(hits(planner.get(list).body()))
                .extracting(one -> one.group(2) + ", " + one.group(3))
                .contains("Alberte Vinther, student 9", "Lokale 1, room");
    }

    @Test
    void aWholeNameLeavesNoChoiceAndThoseThatBeginLikeItComeFirst() {
        String page = camp();
        assertThat(found(planner, page, "hold 1")).contains("?of=TEAM%3A").doesNotContain("hit=");
        List<String> names = hits(planner.get(found(planner, page, "sa")).body()).stream()
                .map(one -> one.group(2))
                .toList();
        assertThat(names).contains("Sana Yilmaz", "Salen", "Spisesalen");
        assertThat(names.indexOf("Salen")).isLessThan(names.indexOf("Spisesalen"));
        assertThat(names.indexOf("Sana Yilmaz")).isLessThan(names.indexOf("Spisesalen"));
    }

    @Test
    void ofVeryManyTheFirstAreListedAndThatThereAreMore() {
        String page = camp();
        String list = found(planner, page, "e");
        assertThat(list).endsWith("&more=true");
        String many = planner.get(list).body();
        assertThat(hits(many)).hasSize(20);
        assertThat(many).contains("Det passer på flere end 20 navne", "skriv mere af navnet");
        assertThat(planner.get(list.replace("&more=true", "")).body())
                .contains("Det passer på 20 navne")
                .doesNotContain("flere end");
    }

    @Test
    void asManyAsAreListedAtMostAreAllThatThereAre() {
        Map<String, Object> problem = TestServices.weekOfCamp();
        List<Map<String, Object>> students = part(problem, "students");
        for (int i = 0; i < 20; i++) {
            students.get(i).put("name", "Xylofon " + i);
        }
        students.get(20).put("name", "Xylograf");
        String page = camp(problem);
        String twenty = found(planner, page, "xylofon");
        assertThat(twenty).contains("hit=").doesNotContain("more=");
        String all = planner.get(twenty).body();
        assertThat(hits(all)).hasSize(20);
        assertThat(all).contains("Det passer på 20 navne").doesNotContain("flere end");
        String oneMore = found(planner, page, "xylo");
        assertThat(oneMore).endsWith("&more=true");
        assertThat(planner.get(oneMore).body()).contains("Det passer på flere end 20 navne");
    }

    @Test
    void readerFindsNoStudentsByName() {
        String page = camp();
        String list = found(planner, page, "ma");
        assertThat(list).contains("hit=STUDENT%3A").doesNotContainIgnoringCase("malthe", "mathilde", "magnus");
        assertThat(hits(planner.get(list).body()))
                .extracting(one -> one.group(2))
                .contains("Malthe Ravn");
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(found(reader, page, "malthe")).contains("missed=true");
        assertThat(reader.get(list).body()).doesNotContain("Malthe", "Mathilde", "Magnus");
    }

    @Test
    @SuppressWarnings("unchecked") // parts of a problem are lists of objects
    void twoOfOneNameAreToldApartByTheirNumbers() {
        Map<String, Object> problem = TestServices.weekOfCamp();
        var students = (List<Map<String, Object>>) problem.get("students");
        students.get(4).put("name", students.get(9).get("name"));
        String page = camp(problem);
        String list = found(planner, page, "oliver skov");
        assertThat(hits(planner.get(list).body()))
                .extracting(one -> one.group(2) + ", " + one.group(3))
                .containsExactly("Oliver Skov, elev 5", "Oliver Skov, elev 10");
    }

    @SuppressWarnings("unchecked") // parts of a problem are lists of objects
    private static List<Map<String, Object>> part(Map<String, Object> problem, String name) {
        return (List<Map<String, Object>>) problem.get(name);
    }

    private List<String> toldApart(String page, String name) {
        return hits(planner.get(found(planner, page, name)).body()).stream()
                .map(one -> one.group(2) + ", " + one.group(3))
                .toList();
    }

    @Test
    void equalNamesAreToldApartBySiteSchoolOrId() {
        Map<String, Object> problem = TestServices.exampleProblem("school-12-classes");
        problem.put("sites", List.of(part(problem, "sites").getFirst(), Map.of("id", "annex", "name", "Annekset")));
        List<Map<String, Object>> rooms = part(problem, "rooms");
        rooms.subList(0, 3).forEach(room -> room.put("name", "Lille lokale"));
        rooms.get(1).put("site", "annex");
        part(problem, "lessons").stream()
                .filter(lesson -> rooms.get(1).get("id").equals(lesson.get("roomId")))
                .forEach(lesson -> lesson.put("site", "annex"));
        part(problem, "staff").get(1).put("name", "Mette Holm");
        problem.put(
                "schools", List.of(part(problem, "schools").getFirst(), Map.of("id", "near", "name", "Naboskolen")));
        problem.put(
                "students",
                List.of(
                        Map.of("id", "s1", "name", "Ida Lund", "school", "school"),
                        Map.of("id", "s2", "name", "Bo Friis", "school", "near")));
        List<Map<String, Object>> classes = part(problem, "groups");
        for (int i = 0; i < 2; i++) {
            classes.get(i).put("name", "0X");
            classes.get(i).put("members", List.of(Map.of("studentId", "s" + (i + 1))));
        }
        String page = "/plans/"
                + TestPlans.planIdOf(TestPlans.createPlan(client, school.path(), problem)
                                .header("Location"))
                        .value() + "/timetable";

        assertThat(toldApart(page, "lille lokale"))
                .containsExactly(
                        "Lille lokale, lokale · Skolen, lokale-1a",
                        "Lille lokale, lokale · Annekset",
                        "Lille lokale, lokale · Skolen, lokale-2a");
        assertThat(toldApart(page, "mette holm"))
                .containsExactly("Mette Holm, medarbejder · mh", "Mette Holm, medarbejder · lk");
        assertThat(toldApart(page, "0x"))
                .containsExactly("0X, hold eller klasse · Skolen", "0X, hold eller klasse · Naboskolen");
        assertThat(toldApart(page, "lokale 3"))
                .as("names that differ need no addition")
                .containsExactly("Lokale 3A, lokale", "Lokale 3B, lokale");
    }

    @Test
    @Tag("http")
    void aTalkWithOneStudentIsFoundWithAnybodyWhoHoldsIt() {
        String page = camp(TestServices.exampleProblem("camp-4-weeks-overnight"));
        assertThat(planner.get(page).body()).contains("<option value=\"Elevsamtale\">");
        String talk = found(planner, page, "elevsamtale");
        assertThat(talk).contains("?of=STAFF%3A", "&look=");
        assertThat(planner.get(talk).body()).containsPattern("class=\"b k\\d+ sought\"");
    }

    @Test
    @Tag("http")
    void anExactNameThatIsNowhereLeavesTheChoiceToThoseThatAreSomewhere() {
        Map<String, Object> problem = TestServices.exampleProblem("camp-4-weeks-overnight");
        part(problem, "rooms").stream()
                .filter(room -> "talk-room".equals(room.get("kind")))
                .forEach(room -> room.put("name", "Elevsamtaler, " + room.get("id")));
        String place = SolvedPlans.createSolvedPlan(client, server, school.path(), problem, 20);
        PublishedCampFixture.of(server, place)
                .change(all -> all.stream()
                        .map(one -> one.kind().equals("conversation") ? MeetingVariants.withoutPeople(one) : one)
                        .toList());
        String page = "/plans/" + TestPlans.planIdOf(place).value() + "/timetable";
        assertThat(toldApart(page, "elevsamtale"))
                .containsExactly("Elevsamtaler, samtalerum-1, lokale", "Elevsamtaler, samtalerum-2, lokale");
    }
}
