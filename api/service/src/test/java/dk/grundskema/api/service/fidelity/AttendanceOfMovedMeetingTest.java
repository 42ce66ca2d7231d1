package dk.grundskema.api.service.fidelity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.CampInUseExtension;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.StaffDuty;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attendance input for meetings that are moved or removed concurrently. */
final class AttendanceOfMovedMeetingTest {
    private static final String GONE = "Mødet er ikke i skemaet mandag 7. september mere";

    @RegisterExtension
    static final CampInUseExtension CAMP = new CampInUseExtension();

    private final Server server = CAMP.server();
    private final TestSchool school = CAMP.school();
    private final String place = CAMP.restAddress();
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String plan = CAMP.pageAddress();
    private final String at = plan + "/attendance";
    private final PublishedCampFixture camp = PublishedCampFixture.of(server, place);
    private StaffDuty duty = aDuty();

    /** A meeting of that Monday that no test has moved. */
    private StaffDuty aDuty() {
        return StaffDuty.findOn(LocalDate.parse("2026-09-07"), camp);
    }

    private void move(LocalDate... dates) {
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.onDates(duty.meeting(), dates)));
    }

    private void remove() {
        camp.change(all -> MeetingVariants.without(all, duty.meeting()));
    }

    private PageClient planner() {
        return PageClient.signedIn(server, school.addPerson(Role.PLANNER)).open(at + "?date=" + duty.date());
    }

    private PageClient own() {
        return PageClient.signedIn(
                        server, school.addPerson(Role.STAFF, duty.person().value()))
                .open("/me/timetable?date=" + duty.date());
    }

    private Map<String, String> typed(LocalDate date) {
        var typed = new HashMap<>(duty.formFields("held", "Tandlæge"));
        typed.put("date", date.toString());
        typed.put("listed", duty.date().toString());
        return typed;
    }

    private String entered() {
        return client.get(place + "/deliveries").body();
    }

    /** Ids and names of who takes part, as the page of the meeting's day has them. */
    private List<List<String>> pupils(String page) {
        String key = Pattern.quote("value=\"" + duty.meeting().sessionId().value() + "\"");
        String form = page.split(key, 2)[1].split("</form>", 2)[0];
        return Pattern.compile("name=\"absent\" value=\"([^\"]+)\"[^>]*/?> <bdi>([^<]+)</bdi>")
                .matcher(form)
                .results()
                .map(one -> List.of(one.group(1), one.group(2)))
                .toList();
    }

    @Test
    void remarkOnAMovedMeetingIsShownAtTheNewDateAndSavedOnResending() {
        LocalDate there = duty.date().plusDays(2);
        PageClient planner = planner();
        String student = pupils(planner.get(at + "?date=" + duty.date()).body())
                .getFirst()
                .getFirst();
        move(there);
        String sent = at + "?absent=" + student;
        HttpResponse<String> part = planner.submit(sent, typed(duty.date()), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body())
                .startsWith("<li")
                .contains(
                        "Mødet er i skemaet onsdag 9. september, ikke mandag 7. september",
                        "value=\"Tandlæge\"",
                        "<details open")
                .contains("name=\"date\" value=\"2026-09-09\"", "name=\"listed\" value=\"2026-09-07\"")
                .contains("value=\"" + student + "\" checked=\"checked\"", "<span>Ons 9/9</span>")
                .doesNotContain("class=\"entered\"");
        assertThat(entered()).doesNotContain(duty.meeting().sessionId().value());

        HttpResponse<String> whole = planner.submit(sent, typed(duty.date()));
        assertThat(whole.statusCode()).isEqualTo(409);
        assertThat(whole.body())
                .contains("<html", "Onsdag 9. september", "Mødet er i skemaet onsdag")
                .containsOnlyOnce("value=\"Tandlæge\"")
                .containsOnlyOnce("checked=\"checked\"");

        HttpResponse<String> again = planner.submit(sent, typed(there), "HX-Request", "true");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("class=\"entered\"", "Tandlæge", "<span>Ons 9/9</span>")
                .doesNotContain("flyttet");
        assertThat(entered()).contains("\"date\": \"2026-09-09\"").doesNotContain("\"date\": \"2026-09-07\"");
    }

    @Test
    void allErrorsAtTheNewPlaceAreReportedAtOnce() {
        move(duty.date().plusDays(1));
        Map<String, String> typed = typed(duty.date());
        typed.put("reason", "y".repeat(201));
        HttpResponse<String> part = own().submit(plan + "/own/attendance?absent=ikke-med", typed, "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body())
                .contains("Mødet er i skemaet tirsdag 8. september", "Teksten har 201 tegn")
                .contains("En elev, der var sat flueben ved", "action=\"" + plan + "/own/attendance\"");
    }

    @Test
    void remarkOnARemovedMeetingStaysAndTheRemovalIsReportedBesideIt() {
        PageClient planner = planner();
        String key = planner.get(at + "?date=" + duty.date())
                .body()
                .split(Pattern.quote("value=\"" + duty.meeting().sessionId().value() + "\""), 2)[0]
                .replaceAll("(?s).*<li class=\"meeting[^\"]*\" id=\"([^\"]+)\".*", "$1");
        remove();
        HttpResponse<String> part = planner.submit(at, typed(duty.date()), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.headers().firstValue("HX-Retarget")).hasValue("#" + key + "-aside");
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(part.body())
                .startsWith("<p")
                .contains(GONE, "står her endnu og er ikke gemt", "href=\"" + at + "?date=2026-09-07\"", "_blank")
                .doesNotContain("<li");
        planner.submit("/language", Map.of("language", "en", "back", "/"));
        assertThat(planner.submit(at, typed(duty.date()), "HX-Request", "true").body())
                .contains("The meeting is not in the timetable on Monday 7 September any more", "in a new tab");
    }

    @Test
    void withoutScriptsWhatWasTypedOfARemovedMeetingIsThereToBeReadWithTheNamesThatWereTicked() {
        for (boolean isOwn : List.of(false, true)) {
            duty = aDuty();
            PageClient surfer = isOwn ? own() : planner();
            String page = isOwn ? "/me/timetable" : at;
            List<String> ticked =
                    pupils(surfer.get(page + "?date=" + duty.date()).body()).getFirst();
            remove();
            String sent = (isOwn ? plan + "/own/attendance" : at) + "?absent=ikke-med&absent=" + ticked.getFirst();
            HttpResponse<String> whole = surfer.submit(sent, typed(duty.date()));
            assertThat(whole.statusCode()).isEqualTo(409);
            assertThat(whole.body())
                    .contains("<html", "Det, du skrev", "<bdi>Tandlæge</bdi>", "<bdi>" + ticked.getLast() + "</bdi>")
                    .contains("og én til, som ikke er med", isOwn ? "ikke i dit skema mandag" : GONE);
        }
    }

    @Test
    void aMeetingThatAColleagueHasNowIsNotInTheOwnTimetableAndNothingOfItIsSaid() {
        PageClient own = own();
        String name = pupils(own.get("/me/timetable?date=" + duty.date()).body())
                .getFirst()
                .getLast();
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.withoutPeople(duty.meeting())));
        HttpResponse<String> part = own.submit(plan + "/own/attendance", typed(duty.date()), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body()).contains("ikke i dit skema mandag").doesNotContain(name, "<li", "Mødet er i skemaet");
        camp.change(all -> MeetingVariants.with(
                all,
                MeetingVariants.onDates(
                        MeetingVariants.withoutPeople(duty.meeting()),
                        duty.date().plusDays(1))));
        assertThat(own.submit(plan + "/own/attendance", typed(duty.date()), "HX-Request", "true")
                        .body())
                .contains("ikke i dit skema mandag")
                .doesNotContain(name, "<li", "Mødet er i skemaet");
    }

    @Test
    void aMeetingIsFoundInItsWeekOrOnItsOnlyDateAndNotWhereThatIsAGuess() {
        LocalDate monday = duty.date();
        PageClient planner = planner();
        String moved = "Mødet er i skemaet ";
        move(monday.plusWeeks(1));
        assertThat(said(planner)).contains(moved + "mandag 14. september");
        move(monday.plusWeeks(1), monday.plusWeeks(2));
        assertThat(said(planner)).contains(GONE);
        move(monday.plusDays(3), monday.plusDays(10));
        assertThat(said(planner)).contains(moved + "torsdag 10. september");
        camp.change(all -> {
            var more = new ArrayList<>(MeetingVariants.without(all, duty.meeting()));
            more.add(MeetingVariants.splitPart(duty.meeting(), "part/one", monday.plusDays(4)));
            return more;
        });
        assertThat(said(planner)).contains(moved + "fredag 11. september", "name=\"session\" value=\"part/one\"");
        camp.change(all -> {
            var more = new ArrayList<>(all);
            more.add(MeetingVariants.splitPart(duty.meeting(), "part/two", monday.plusDays(1)));
            return more;
        });
        assertThat(said(planner)).contains(GONE);
        camp.change(all -> all.stream()
                .filter(one -> !one.sessionId().value().startsWith("part/"))
                .toList());
    }

    private String said(PageClient planner) {
        HttpResponse<String> part = planner.submit(at, typed(duty.date()), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(409);
        return part.body();
    }

    @Test
    void plannerWithdrawsAttendanceOfARemovedMeetingAndIsToldSo() {
        PageClient planner = planner();
        assertThat(planner.submit(at, duty.formFields("not-held", "Flyttet")).statusCode())
                .isEqualTo(303);
        PageClient own = own();
        remove();
        HttpResponse<String> refused =
                own.submit(plan + "/own/attendance", duty.formFields("forget", ""), "HX-Request", "true");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Der er ikke taget noget tilbage").doesNotContain("Det, du skrev");
        HttpResponse<String> done = planner.submit(at, duty.formFields("forget", ""), "HX-Request", "true");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Det er gjort, men mødet er ikke i skemaet mandag 7. september mere");
        assertThat(entered()).doesNotContain(duty.meeting().sessionId().value());
    }

    @Test
    @Tag("http")
    void inTheBrowserAllTicksAndWordsStayAndAMovedMeetingIsKeptAtASecondPress() {
        try (var visit = new BrowserVisit(Chromium.shared(), server, ViewingMode.DANISH)
                .signInAs(school.addPerson(Role.STAFF, duty.person().value()))) {
            visit.open("/me/timetable?date=" + duty.date());
            Locator meeting = visit.page()
                    .locator(".meeting")
                    .filter(new Locator.FilterOptions()
                            .setHas(visit.page()
                                    .locator("input[value=\"" + duty.meeting().sessionId() + "\"]")));
            meeting.locator("summary").click();
            meeting.locator("input[type=checkbox]").first().check();
            meeting.locator("input[name=reason]").fill("Tandlæge");
            remove();
            meeting.locator("button[id$=-save]").click();
            assertThat(meeting.locator("[role=alert] .trouble")).containsText("Mødet er ikke i dit skema");
            assertThat(meeting.locator("input[type=checkbox]").first()).isChecked();
            assertThat(meeting.locator("input[name=reason]")).hasValue("Tandlæge");
            assertThat(visit.problems()).singleElement().asString().contains("409");

            move(duty.date().plusDays(1));
            meeting.locator("button[id$=-save]").click();
            assertThat(meeting.locator("[role=alert].trouble")).containsText("Mødet er i skemaet tirsdag 8. september");
            assertThat(meeting.locator("input[type=checkbox]").first()).isChecked();
            assertThat(visit.problems()).singleElement().asString().contains("409");
            meeting.locator("button[id$=-save]").click();
            assertThat(meeting.locator(".entered")).containsText("1 manglede · Tandlæge");
            assertThat(meeting.locator(".when")).containsText("Tirs 8/9");
        }
    }
}
