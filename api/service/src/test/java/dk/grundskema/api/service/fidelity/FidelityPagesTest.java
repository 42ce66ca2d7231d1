package dk.grundskema.api.service.fidelity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.CampInUseExtension;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.StaffDuty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages with outcome, ledger and attendance. */
final class FidelityPagesTest {
    @RegisterExtension
    static final CampInUseExtension CAMP = new CampInUseExtension();

    private final Server server = CAMP.server();
    private final TestSchool school = CAMP.school();
    private final String place = CAMP.restAddress();
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String plan = CAMP.pageAddress();

    private PageClient as(TestSchool.Person person) {
        return PageClient.signedIn(server, person);
    }

    private PageClient as(Role role) {
        return as(school.addPerson(role));
    }

    private String entered(StaffDuty duty) {
        return client.get(place + "/deliveries")
                        .body()
                        .contains(duty.meeting().sessionId().value())
                ? client.get(place + "/deliveries").body()
                : "";
    }

    @Test
    void fidelityPageShowsDemandBesidePlanOrShortagesAlone() {
        PageClient planner = as(Role.PLANNER);
        String all = planner.get(plan + "/fidelity").body();
        assertThat(all).contains("Giver planen nok?", "Ønsket", "Opfyldt:", "Mangler:", "Hvor og hvorfor", "Kilder");
        assertThat(planner.get(plan + "/fidelity?only=short").body())
                .contains("Mangler:", "Vis alt")
                .doesNotContain("Opfyldt:");
    }

    @Test
    void allOfItIsHadAsAWorkbookByAnybodyWhoSeesThePage() throws IOException {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/fidelity").body())
                .contains("href=\"" + plan + "/fidelity.xlsx\"", "Hent som regneark");
        HttpResponse<String> file = planner.getBytes(plan + "/fidelity.xlsx");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"fidelity.xlsx\"");
        try (var book =
                new ReadableWorkbook(new ByteArrayInputStream(file.body().getBytes(StandardCharsets.ISO_8859_1)))) {
            List<?> rows = (List<?>) client.get(place + "/fidelity").at("/sections/0/rows");
            assertThat(book.getFirstSheet().getName()).isEqualTo("Ønsket og planlagt");
            assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(rows.size());
        }
        assertThat(as(Role.READER).get(plan + "/fidelity.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void theLedgerNamesNoStudentAndTheWorkbookIsForThoseWhoMayKnow() {
        String name = String.valueOf(client.get(place + "/problem").at("/students/0/name"));
        assertThat(as(Role.PLANNER).get(plan + "/ledger").body())
                .contains("Regnskab", "ledger.xlsx", "<th scope=\"row\"")
                .doesNotContain(name);
        assertThat(as(Role.READER).get(plan + "/ledger").body()).doesNotContain("ledger.xlsx", "Fremmøde");
    }

    @Test
    void plannersEnterWhatWasHeldAndTakeItBack() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 0);
        PageClient planner = as(Role.PLANNER);
        String page = planner.get(plan + "/attendance?date=" + duty.date()).body();
        assertThat(page).contains("Fremmøde", "value=\"" + duty.meeting().sessionId() + "\"", "Ikke holdt");
        HttpResponse<String> sent =
                planner.submit(plan + "/attendance", duty.formFields("not-held", "Læreren var syg"));
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(plan + "/attendance?date=" + duty.date());
        assertThat(planner.get(PageClient.redirectTarget(sent)).body())
                .contains("Læreren var syg", "aria-pressed=\"true\"");
        assertThat(entered(duty)).contains("Læreren var syg");
        HttpResponse<String> part =
                planner.submit(plan + "/attendance", duty.formFields("forget", ""), "HX-Request", "true");
        assertThat(part.body()).startsWith("<li").doesNotContain("Læreren var syg", "<html");
        assertThat(as(Role.READER).get(plan + "/attendance").statusCode()).isEqualTo(403);
    }

    @Test
    void tooLongRemarkIsReportedOnThePageAndNotKept() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 1);
        PageClient planner = as(Role.PLANNER).open(plan + "/attendance?date=" + duty.date());
        HttpResponse<String> refused = planner.submit(plan + "/attendance", duty.formFields("held", "x".repeat(5000)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"");
        assertThat(entered(duty)).doesNotContain("xxxx");
    }

    @Test
    void unknownOutcomeIsRefusedTogetherWithOtherErrors() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 5);
        PageClient planner = as(Role.PLANNER).open(plan + "/attendance?date=" + duty.date());
        for (String outcome : List.of("", "heldt", "HELD")) {
            HttpResponse<String> refused = planner.submit(
                    plan + "/attendance", duty.formFields(outcome, "x".repeat(201)), "HX-Request", "true");
            assertThat(refused.statusCode()).as(outcome).isEqualTo(400);
            assertThat(refused.body()).contains("Der står ikke, om mødet blev holdt", "Teksten har 201 tegn");
        }
        assertThat(entered(duty)).isEmpty();
    }

    @Test
    void staffEnterTheirOwnMeetingsAndNobodyElses() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 2);
        PageClient own = as(school.addPerson(Role.STAFF, duty.person().value()));
        assertThat(own.get("/").body()).contains("href=\"/me/timetable\"");
        assertThat(own.get("/me/timetable?date=" + duty.date()).body())
                .contains("Min dag", "value=\"" + duty.meeting().sessionId() + "\"", plan + "/own/attendance");
        assertThat(own.submit(plan + "/own/attendance", duty.formFields("held", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(entered(duty)).contains("\"held\": true");
        assertThat(own.submit(plan + "/attendance", duty.formFields("held", "")).statusCode())
                .isEqualTo(403);
        HttpResponse<String> foreign = own.submit(
                plan + "/own/attendance", duty.ofOthers(server, place).formFields("held", "Min bemærkning"));
        assertThat(foreign.statusCode()).isEqualTo(409);
        assertThat(foreign.body()).contains("Mødet er ikke i dit skema", "<bdi>Min bemærkning</bdi>");
        assertThat(client.get(place + "/deliveries").body()).doesNotContain("Min bemærkning");
    }

    @Test
    void ofMeetingsOfOthersStaffSeeNothingWhateverIsWrongWithWhatTheyType() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 2);
        StaffDuty others = duty.ofOthers(server, place);
        PageClient planner = as(Role.PLANNER).open(plan + "/attendance?date=" + others.date());
        planner.submit(plan + "/attendance", others.formFields("not-held", "Det angår kun holdet"));
        assertThat(entered(others)).contains("Det angår kun holdet");
        PageClient own = as(school.addPerson(Role.STAFF, duty.person().value())).open("/me/timetable");
        for (String absent : List.of("", "?absent=%20", "?absent=ikke-med")) {
            for (String reason : List.of("", "x".repeat(201))) {
                for (String outcome : List.of("held", "not-held", "forget")) {
                    HttpResponse<String> refused = own.submit(
                            plan + "/own/attendance" + absent,
                            others.formFields(outcome, reason),
                            "HX-Request",
                            "true");
                    assertThat(refused.statusCode()).as(outcome + absent).isEqualTo(409);
                    assertThat(refused.body())
                            .contains("Mødet er ikke i dit skema")
                            .doesNotContain("Det angår kun holdet", "class=\"meeting", "name=\"absent\"");
                }
            }
        }
        assertThat(entered(others)).contains("Det angår kun holdet");
    }

    @Test
    void invalidTicksAndRemarkAreReportedAtOnceAndTypedValuesStay() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 4);
        PageClient planner = as(Role.PLANNER);
        String page = planner.get(plan + "/attendance?date=" + duty.date()).body();
        Matcher there = Pattern.compile(
                        "value=\"" + Pattern.quote(duty.meeting().sessionId().value())
                                + "\".*?name=\"absent\" value=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(there.find()).isTrue();
        String sent = plan + "/attendance?absent=ikke-med&absent=" + there.group(1);
        HttpResponse<String> part = planner.submit(sent, duty.formFields("held", "Tandlæge"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body())
                .startsWith("<li")
                .contains("role=\"alert\"", "En elev, der var sat flueben ved", "value=\"Tandlæge\"", "<details open")
                .contains("value=\"" + there.group(1) + "\" checked=\"checked\"")
                .doesNotContain("<html", "ikke-med", "class=\"entered\"");
        String tooLong = "y".repeat(201);
        HttpResponse<String> both = planner.submit(sent, duty.formFields("held", tooLong));
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body())
                .contains("<html", "En elev, der var sat flueben ved", "Teksten har 201 tegn", "value=\"" + tooLong)
                .containsOnlyOnce("checked=\"checked\"");
        assertThat(entered(duty)).isEmpty();
    }

    @Test
    @Tag("http")
    void onThePhoneAMeetingIsEnteredByATapAndStaysWhereItIs() {
        StaffDuty duty = StaffDuty.busiestIn(server, place, 3);
        try (var visit = new BrowserVisit(Chromium.shared(), server, new ViewingMode("da", ColorScheme.LIGHT, 390, 844))
                .signInAs(school.addPerson(Role.STAFF, duty.person().value()))) {
            Page page = visit.page();
            visit.open("/me/timetable?date=" + duty.date());
            Locator meeting = page.locator(".meeting")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator(
                                    "input[value=\"" + duty.meeting().sessionId() + "\"]")));
            Locator held = meeting.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("Holdt").setExact(true));
            assertThat(held.boundingBox().height).isGreaterThanOrEqualTo(44);
            held.click();
            assertThat(meeting.getByRole(AriaRole.STATUS)).containsText("Holdt");
            meeting.getByText("Hvem manglede, og hvorfor").click();
            meeting.getByRole(AriaRole.CHECKBOX).first().check();
            meeting.getByLabel("Bemærkning").fill("Tandlæge");
            meeting.getByText("Gem som holdt").click();
            assertThat(meeting.getByRole(AriaRole.STATUS)).containsText("1 manglede");
            assertThat(meeting.getByRole(AriaRole.STATUS)).containsText("Tandlæge");
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isFalse();
        }
    }
}
