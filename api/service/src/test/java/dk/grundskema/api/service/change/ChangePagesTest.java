package dk.grundskema.api.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages on which a plan is changed from a moment on. */
final class ChangePagesTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = SolvedPlans.createSolvedPlan(
            client, server, school.path(), TestServices.exampleProblem("camp-3-weeks"), 300);
    private final String page = "/plans/" + TestPlans.planIdOf(place).value() + "/changes";
    private final PageClient planner = PageClient.signedInAs(school.addPerson(Role.PLANNER));

    /** Returns a form in which the busiest person is away on a day. */
    private Map<String, String> typed() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId who = camp.busiest();
        LocalDate day = camp.meetingsOf(who).getFirst().time().firstDate();
        return new HashMap<>(Map.of(
                "deed",
                "preview",
                "now",
                day + "T00:00",
                "0.kind",
                "STAFF_AWAY",
                "0.staffId",
                who.value(),
                "0.from",
                day.toString(),
                "0.until",
                day.toString()));
    }

    private String previewed(Map<String, String> form) {
        planner.get(page);
        HttpResponse<String> sent = planner.submit(page, form);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String address = PageClient.redirectTarget(sent);
        Polling.until(
                "the least change is known", () -> planner.get(address).body().contains("/keep\""));
        return address;
    }

    private static String version(String html) {
        Matcher version = VERSION.matcher(html);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void formOffersOneRowAndAddsAndTakesAwayMore() {
        String html = planner.get(page).body();
        assertThat(html)
                .contains("Ændr planen fra et tidspunkt", "1. En i personalet er væk", "Se, hvad det ændrer")
                .doesNotContain("2. ");
        Map<String, String> form = typed();
        form.put("deed", "add");
        form.put("more", "STUDENT_LEAVES");
        String more = planner.submit(page, form).body();
        assertThat(more).contains("1. En i personalet er væk", "2. En elev stopper", "name=\"1.studentId\"");
        assertThat(more).as("what was typed stays").contains("selected=\"selected\"");
        form.put("deed", "remove-0");
        form.put("1.kind", "DAY_CLOSED");
        assertThat(planner.submit(page, form).body())
                .contains("1. En dag holdes lukket")
                .doesNotContain("En i personalet er væk</legend>");
    }

    @Test
    void previewSaysWhatChangesIsKeptAndUndone() {
        String address = previewed(typed());
        String html = planner.get(address).body();
        assertThat(html)
                .contains(
                        "Hvad ændringen gør",
                        " i stedet for ",
                        "Ændrede dage for andre",
                        "Ingen reparation ændrer færre.",
                        "Behold ændringen",
                        "Kassér")
                .as("the tiles have these figures")
                .doesNotContain("Overtaget af andre:");
        Object before = client.get(place).at("/revision/id");
        assertThat(planner.get(page).body())
                .contains("Ændringer, der ikke er beholdt endnu", "href=\"" + address + "\"");
        planner.get(address);

        HttpResponse<String> kept =
                planner.submit(address + "/keep", Map.of("which", "LEAST", "version", version(html)));

        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(client.get(place).at("/revision/code")).isEqualTo("revision.changed-from-one");
        String after = planner.get(PageClient.redirectTarget(kept)).body();
        assertThat(after).doesNotContain("Ændringer, der ikke er beholdt endnu");
        assertThat(after).contains("kept-now", "Planen blev ændret fra", "Fortryd det");
        planner.submit(page, Map.of("deed", "undo", "version", version(after)));
        assertThat(client.get(place).at("/revision/id")).isEqualTo(before);
        assertThat(planner.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void discardedPreviewLeavesThePlanAsItIs() {
        String address = previewed(typed());
        Object before = client.get(place).at("/revision/id");
        HttpResponse<String> discarded = planner.submit(address + "/discard", Map.of());
        assertThat(PageClient.redirectTarget(discarded)).isEqualTo(page);
        assertThat(planner.get(address).statusCode()).isEqualTo(404);
        assertThat(planner.getBytes(address, "HX-Request", "true").statusCode())
                .as("a page that asks again is left as it is")
                .isEqualTo(204);
        assertThat(client.get(place).at("/revision/id")).isEqualTo(before);
    }

    @Test
    void everyMistakeIsSaidBesideItsField() {
        Map<String, String> form = typed();
        form.put("0.from", "hver dag");
        form.put("1.kind", "ROOM_GONE");
        form.put("2.kind", "STAFF_HOURS");
        form.put("2.hours", "mange");
        form.put("3.kind", "DAY_CLOSED");
        form.put("3.day", "2026-08-01");
        planner.get(page);

        HttpResponse<String> refused = planner.submit(page, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "id=\"wrong-0-from\"",
                        "hver dag&quot; er ingen dato",
                        "id=\"wrong-1-roomId\"",
                        "Vælg et lokale.",
                        "id=\"wrong-2-staffId\"",
                        "mange&quot; er intet tal",
                        "id=\"row-wrong-3\"");
    }

    @Test
    void timesOfDayAreTyped() {
        Map<String, String> form = typed();
        String day = form.get("0.from");
        form.put("0.fromTime", "10:30");
        form.put("0.untilTime", "noon");
        planner.get(page);
        assertThat(planner.submit(page, form).body())
                .contains("id=\"wrong-0-until\"", "noon&quot; er intet klokkeslæt");
        form.put("0.untilTime", "9:00");
        assertThat(planner.submit(page, form).body())
                .as("it ends before it starts")
                .contains("id=\"wrong-0-until\"", "10.30", "09.00");
        form.put("0.untilTime", "12:00");
        previewed(form);
        assertThat(planner.get(page).body()).contains("name=\"0.fromTime\"", "Uden klokkeslæt: hele dagen.");
        assertThat(day).isNotEmpty();
    }

    @Test
    void newEntriesAndMovedLessonsHaveFieldsOfTheirOwn() {
        Map<String, String> form = typed();
        form.put("1.kind", "STAFF_JOINS");
        form.put("1.MONDAY", "yes");
        form.put("1.skills", "dansk; matematik, fysik");
        form.put("2.kind", "ROOM_ADDED");
        form.put("2.name", "Lokale 99");
        form.put("2.capacity", "mange");
        form.put("3.kind", "STUDENT_JOINS");
        form.put("4.kind", "LESSON_MOVES");
        form.put("5.kind", "SUBJECT_DROPPED");
        planner.get(page);

        HttpResponse<String> refused = planner.submit(page, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"wrong-1-name\"", "Skriv navnet.", "name=\"1.MONDAY\" checked=\"checked\"")
                .contains("id=\"wrong-2-capacity\"", "mange&quot; er intet antal elever", "value=\"Lokale 99\"")
                .contains("id=\"wrong-3-name\"", "id=\"wrong-3-groupId\"")
                .contains("id=\"wrong-4-lessonId\"", "id=\"wrong-4-weekday\"", "id=\"wrong-4-start\"")
                .contains("id=\"wrong-5-subject\"", "Vælg et fag.");
    }

    @Test
    void newStaffMemberIsKeptWithHoursSkillsAndDays() {
        Map<String, String> form = typed();
        String day = form.get("0.from");
        form.put("0.kind", "STAFF_JOINS");
        form.put("0.name", "Nina Ny");
        form.put("0.hours", "20,5");
        form.put("0.skills", "dansk, matematik");
        form.put("0.TUESDAY", "yes");
        form.put("0.day", day);
        String address = previewed(form);
        String version = version(planner.get(address).body());
        assertThat(planner.submit(address + "/keep", Map.of("which", "LEAST", "version", version))
                        .statusCode())
                .isEqualTo(303);
        String problem = client.get(place + "/problem").body().replaceAll("\\s", "");
        assertThat(problem).contains("NinaNy", "20.5", "[\"TUESDAY\"]", "[\"dansk\",\"matematik\"]");
    }

    @Test
    void changeMadeMeanwhileIsSaidAndNothingIsOverwritten() {
        String address = previewed(typed());
        String version = version(planner.get(address).body());
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/title", Map.of("title", "Efterårslejr"));
        Object before = client.get(place).at("/revision/id");

        HttpResponse<String> refused = planner.submit(address + "/keep", Map.of("which", "LEAST", "version", version));

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("class=\"trouble\"").doesNotContain("Behold ændringen");
        assertThat(client.get(place).at("/revision/id")).isEqualTo(before);
        assertThat(planner.get(address).body()).contains("Planen er ændret af nogen");
    }

    @Test
    @Tag("http")
    void absenceLeadsIntoTheFormWithItsPersonAndDays() {
        Map<String, String> form = typed();
        String id = client.post(
                        place + "/absences",
                        Map.of(
                                "staffId",
                                form.get("0.staffId"),
                                "from",
                                form.get("0.from") + "T00:00",
                                "until",
                                LocalDate.parse(form.get("0.from")).plusDays(2) + "T00:00"))
                .header("Location");
        String absence = id.substring(id.lastIndexOf('/') + 1);
        String away =
                planner.get(page.replace("/changes", "/absences/") + absence).body();
        assertThat(away).contains(page + "?absence=" + absence);
        assertThat(planner.get(page + "?absence=" + absence).body())
                .contains(
                        "value=\"" + form.get("0.staffId") + "\" selected",
                        "value=\"" + LocalDate.parse(form.get("0.from")).plusDays(1) + "\"");
        assertThat(planner.get(page + "?absence=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void pageLeadsThoseWhoMayMakePlansToTheNextTerm() {
        PageClient coordinator = PageClient.signedInAs(school.addPerson(Role.COORDINATOR));

        assertThat(planner.get(page).body()).contains("/next-term\"");
        assertThat(coordinator.get(page).body())
                .contains("/changes/school-timetable\"")
                .doesNotContain("/next-term\"");
    }

    @Test
    void onlyThoseWhoMayEditSeeThePages() {
        PageClient reader = PageClient.signedInAs(school.addPerson(Role.READER));
        assertThat(reader.get(page).statusCode()).isEqualTo(403);
        assertThat(planner.get(page.replace("/changes", "")).body()).contains("href=\"" + page + "\"");
        assertThat(reader.get(page.replace("/changes", "")).body()).doesNotContain("href=\"" + page + "\"");
    }
}
