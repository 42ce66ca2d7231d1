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
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Meeting;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on which a timetable is looked at. */
final class TimetablePageTest {
    private static final Pattern LOOKS = Pattern.compile("href=\"(/plans/\\w+/looks/[0-9a-f]+\\.css)\"");

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);

    private PageClient as(Role role) {
        return PageClient.signedInAs(school.addPerson(role));
    }

    private String camp() {
        return SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
    }

    private static String page(String place) {
        return "/plans/" + TestPlans.planIdOf(place).value() + "/timetable";
    }

    private static String team(String place, Server server) {
        return String.valueOf(ServiceClient.administrator(server)
                .get(place + "/timetable/weeks")
                .at("/teams/0/id"));
    }

    @Test
    void aSmallPlanIsSeenWholeAtFirstAndLeadsToTheWeeksOfItsTeams() {
        PageClient planner = as(Role.PLANNER);
        String place = camp();

        String whole = planner.get(page(place)).body();

        assertThat(whole).contains("Hele planen", "Hold 1", "Uge 37", "09.00");
        String week = page(place) + "?of=TEAM:" + team(place, server) + "&week=2026-W38";
        assertThat(whole).contains("href=\"" + week.replace("&", "&amp;") + "\"");
        assertThat(planner.get(week).body())
                .contains("<h1><bdi>Hold 1</bdi></h1>", "Uge 38", "rel=\"prev\"", "rel=\"next\"", "Mandag", "14/9")
                .doesNotContain("style=");
    }

    @Test
    void aSchoolYearIsTooLongToBeSeenWholeAndOpensOnAClassOfTheSchool() {
        PageClient planner = as(Role.PLANNER);
        String place = TestPlans.createPlan(
                        ServiceClient.administrator(server),
                        school.path(),
                        TestServices.exampleProblem("school-12-classes"))
                .header("Location");

        String opened = planner.get(page(place)).body();

        String first = String.valueOf(
                ServiceClient.administrator(server).get(place + "/problem").at("/groups/0/name"));
        assertThat(opened)
                .contains("<h1><bdi>" + first + "</bdi></h1>", "Mandag", "<option value=\"" + first + "\"></option>")
                .doesNotContain("WHOLE");
    }

    @Test
    void aDayIsSeenFromMorningToNight() {
        String day =
                as(Role.PLANNER).get(page(camp()) + "?of=DAY&date=2026-09-15").body();
        assertThat(day).contains("Tirsdag 15. september", "aria-current=\"date\"", ">Aften<");
    }

    private static boolean isTaught(Meeting one) {
        return one.kind().equals("module")
                && !one.seats().isEmpty()
                && one.seats().getFirst().staffId() != null
                && !one.subject().isEmpty();
    }

    @Test
    void staffMemberInTwoTeamsAtOnceIsMarkedInBothWeeksAndTheWholePlan() {
        String place = camp();
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        List<Meeting> all = camp.timetable().meetings();
        Meeting one =
                all.stream().filter(TimetablePageTest::isTaught).findFirst().orElseThrow();
        Meeting other = all.stream()
                .filter(TimetablePageTest::isTaught)
                .filter(each ->
                        each.time().equals(one.time()) && !each.groupIds().equals(one.groupIds()))
                .findFirst()
                .orElseThrow();
        StaffId both = one.seats().getFirst().staffId();
        StaffId gone = other.seats().getFirst().staffId();
        PageClient planner = as(Role.PLANNER);
        String week = "&week=" + one.weeks().first();
        String first = page(place) + "?of=TEAM:" + one.groupIds().getFirst().value() + week;
        String second = page(place) + "?of=TEAM:" + other.groupIds().getFirst().value() + week;
        assertThat(planner.get(first).body()).doesNotContain("på samme tid", "twice");

        camp.change(meetings -> MeetingVariants.with(meetings, MeetingVariants.withReplacement(other, gone, both)));

        assertThat(planner.get(first).body())
                .contains("har også " + other.title() + " (Hold ", "på samme tid", "class=\"who twice\"");
        assertThat(planner.get(second).body()).contains("har også " + one.title() + " (Hold ");
        assertThat(planner.get(page(place) + "?of=WHOLE").body()).contains(">2×<", "på samme tid");
        assertThat(planner.get(page(place) + "?of=STAFF:" + both.value() + week).body())
                .contains("to ting på én gang")
                .doesNotContain("class=\"who twice\"");
    }

    @Test
    void studentIsNamedToPlannersAndNumberedToReaders() {
        String place = camp();
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId person = camp.busiest();
        Meeting talk = MeetingVariants.withSingleStudent(
                camp.meetingsOf(person).getFirst(),
                new StudentId(String.valueOf(camp.client.get(place + "/problem").at("/students/6/id"))));
        String name = String.valueOf(camp.client.get(place + "/problem").at("/students/6/name"));
        camp.change(all -> MeetingVariants.with(all, talk));
        String own = page(place) + "?of=STAFF:" + person.value() + "&week="
                + talk.weeks().getFirst();

        assertThat(as(Role.PLANNER).get(own).body()).contains(name + " (elev 7)");
        assertThat(as(Role.READER).get(own).body())
                .contains("Elev 7")
                .doesNotContain(name)
                .doesNotContain("STUDENT:");
    }

    @Test
    void searchFindsNamesAndNoAddressContainsAName() {
        PageClient planner = as(Role.PLANNER);
        String place = camp();
        planner.get(page(place));
        String name = String.valueOf(
                ServiceClient.administrator(server).get(place + "/problem").at("/students/3/name"));

        assertThat(found(planner, place, "lone")).contains("?of=STAFF%3A");
        assertThat(found(planner, place, "HOLD 2")).contains("?of=TEAM%3A");
        assertThat(found(planner, place, name))
                .contains("?of=STUDENT%3A")
                .doesNotContain(name.substring(0, name.indexOf(" ")).toLowerCase(java.util.Locale.ROOT));
        String subject = found(planner, place, "matematik");
        assertThat(subject).contains("?of=TEAM%3A", "&look=");
        assertThat(planner.get(subject).body()).containsPattern("<td class=\"b k\\d+ sought\"");
        String missed = found(planner, place, "nothing like it");
        assertThat(planner.get(missed).body())
                .contains("Intet i skemaet hedder sådan.")
                .doesNotContain("nothing like it");
        assertThat(found(as(Role.READER), place, name)).contains("missed=true");
    }

    private static String found(PageClient surfer, String place, String typed) {
        surfer.get(page(place));
        return PageClient.redirectTarget(
                surfer.submit(page(place) + "/find", Map.of("find", typed, "week", "2026-W37")));
    }

    private String made(String example) {
        return TestPlans.createPlan(
                        ServiceClient.administrator(server), school.path(), TestServices.exampleProblem(example))
                .header("Location");
    }

    @Test
    void theLessonsOfASchoolAreSeenBeforeAnythingIsPlanned() {
        String place = made("school-12-classes");
        PageClient reader = as(Role.READER);
        assertThat(reader.get("/plans/" + TestPlans.planIdOf(place).value()).body())
                .contains("/timetable\">Skema</a>");
        String classes = found(reader, place, "2A");
        assertThat(classes).contains("?of=TEAM%3A");
        String week = reader.get(classes).body();
        assertThat(week).contains("<td class=\"b u\"", "DAN").doesNotContain("sought", "data-meeting=");
        assertThat(as(Role.PLANNER).get(classes).body()).doesNotContain("class=\"hold\"");
        var looks = LOOKS.matcher(week);
        assertThat(looks.find()).isTrue();
        assertThat(reader.get(looks.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void subjectsOfLessonsAreFoundBeforeAnythingIsPlannedAndTheirNamesAreInNoAddress() {
        String place = made("school-12-classes");
        PageClient reader = as(Role.READER);
        assertThat(reader.get(page(place)).body()).contains("<option value=\"MUS\">");
        String music = found(reader, place, "mus");
        assertThat(music).contains("?of=TEAM%3A", "&lesson=").doesNotContain("MUS", "mus");
        String week = reader.get(music).body();
        assertThat(week).containsPattern("<td class=\"b u sought\"[^>]*>(?s:(?!</td>).)*MUS");
        assertThat(week).doesNotContainPattern("<td class=\"b u sought\"[^>]*>(?s:(?!</td>).)*DAN");
        assertThat(reader.get(page(place) + "?lesson=999").body()).doesNotContain("sought");
    }

    @Test
    void timetableWithoutMeetingsLeadsToThePlan() {
        String place = made("camp-3-weeks");
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        PageClient reader = as(Role.READER);
        assertThat(PageClient.redirectTarget(reader.get(page(place)))).isEqualTo(plan);
        assertThat(reader.get(plan).body()).doesNotContain("/timetable\"");
        assertThat(PageClient.redirectTarget(reader.submit(page(place) + "/find", Map.of("find", "Hold 1"))))
                .isEqualTo(plan);
    }

    @Test
    void readerGetsATimetableWithoutEditingHandles() {
        String place = camp();
        String week = page(place) + "?of=TEAM:" + team(place, server) + "&week=2026-W38";
        assertThat(as(Role.PLANNER).get(week).body()).contains("data-meeting=", "class=\"hold\"", "hand.js");
        assertThat(as(Role.READER).get(week).body())
                .contains("Uge 38", "class=\"legend\"")
                .doesNotContain("data-meeting=", "class=\"hold\"", "hand.js", "data-step");
    }

    @Test
    void undoThatWouldTakeTheTimetableAwayIsNotOfferedHere() {
        String place = camp();
        String week = page(place) + "?of=TEAM:" + team(place, server);
        assertThat(as(Role.PLANNER).get(week).body())
                .containsPattern("data-step=\"undo\"[^>]* disabled")
                .containsPattern("data-step=\"redo\"[^>]* disabled");
    }

    @Test
    void unknownTeamIsNotFound() {
        PageClient planner = as(Role.PLANNER);
        HttpResponse<String> none = planner.get(page(camp()) + "?of=TEAM:nobody");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("Til mine planer");
    }

    @Test
    void aPlanWithoutATimetableLeadsToWhereItGetsOne() {
        String place = TestPlans.createCampPlan(ServiceClient.administrator(server), school.path());
        HttpResponse<String> sent = as(Role.PLANNER).get(page(place));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(page(place).replace("/timetable", ""));
    }

    @Test
    void stylesheetIsCachedOnlyUnderTheHashOfItsTimetable() {
        PageClient planner = as(Role.PLANNER);
        Matcher address = LOOKS.matcher(planner.get(page(camp())).body());
        assertThat(address.find()).isTrue();
        HttpResponse<String> looks = planner.get(address.group(1));
        assertThat(looks.body()).contains(".k0 {", "prefers-color-scheme: dark");
        assertThat(looks.headers().firstValue("Cache-Control").orElse("")).contains("private", "immutable");
        assertThat(planner.get(address.group(1).replaceFirst("[0-9a-f]{16}", "0".repeat(16)))
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .isEqualTo("no-store");
        assertThat(new PageClient(server).get(address.group(1)).statusCode()).isIn(303, 401);
    }
}
