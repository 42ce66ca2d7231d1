package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages with what a plan gives, and what came of it. The service is their own, for a plan that people work by binds the staff of others. */
final class FidelityPagesTest {
    @RegisterExtension
    static final CampInUse CAMP = new CampInUse(InstantSource.fixed(CampInUse.AFTER));

    private final Server server = CAMP.server();
    private final School school = CAMP.school();
    private final String place = CAMP.place();
    private final Client client = Services.administrator(server);
    private final String plan = CAMP.page();

    private Surfer as(School.Person person) {
        return Surfer.signedIn(server, person);
    }

    private Surfer as(Role role) {
        return as(school.person(role));
    }

    private String entered(OnDuty duty) {
        return client.get(place + "/deliveries")
                        .body()
                        .contains(duty.meeting().sessionId().value())
                ? client.get(place + "/deliveries").body()
                : "";
    }

    @Test
    void whatIsAskedStandsBesideWhatIsPlannedAndOnlyWhatIsShortIfThatIsWanted() {
        Surfer planner = as(Role.PLANNER);
        String all = planner.get(plan + "/fidelity").body();
        assertThat(all).contains("Giver planen nok?", "Ønsket", "Opfyldt:", "Mangler:", "Hvor og hvorfor", "Kilder");
        assertThat(planner.get(plan + "/fidelity?only=short").body())
                .contains("Mangler:", "Vis alt")
                .doesNotContain("Opfyldt:");
    }

    @Test
    void allOfItIsHadAsAWorkbookByWhoeverSeesThePage() throws IOException {
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/fidelity").body())
                .contains("href=\"" + plan + "/fidelity.xlsx\"", "Hent som regneark");
        HttpResponse<String> file = planner.bytes(plan + "/fidelity.xlsx");
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
        OnDuty duty = OnDuty.in(server, place, 0);
        Surfer planner = as(Role.PLANNER);
        String page = planner.get(plan + "/attendance?date=" + duty.date()).body();
        assertThat(page).contains("Fremmøde", "value=\"" + duty.meeting().sessionId() + "\"", "Ikke holdt");
        HttpResponse<String> sent = planner.type(plan + "/attendance", duty.typed("not-held", "Læreren var syg"));
        assertThat(Surfer.to(sent)).isEqualTo(plan + "/attendance?date=" + duty.date());
        assertThat(planner.get(Surfer.to(sent)).body()).contains("Læreren var syg", "aria-pressed=\"true\"");
        assertThat(entered(duty)).contains("Læreren var syg");
        HttpResponse<String> part = planner.type(plan + "/attendance", duty.typed("forget", ""), "HX-Request", "true");
        assertThat(part.body()).startsWith("<li").doesNotContain("Læreren var syg", "<html");
        assertThat(as(Role.READER).get(plan + "/attendance").statusCode()).isEqualTo(403);
    }

    @Test
    void whatCannotBeARemarkIsSaidAtTheMeetingAndNotKept() {
        OnDuty duty = OnDuty.in(server, place, 1);
        Surfer planner = as(Role.PLANNER).on(plan + "/attendance?date=" + duty.date());
        HttpResponse<String> refused = planner.type(plan + "/attendance", duty.typed("held", "x".repeat(5000)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"");
        assertThat(entered(duty)).doesNotContain("xxxx");
    }

    @Test
    void whatDoesNotSayWhetherItWasHeldIsRefusedWithAllElseThatIsWrong() {
        OnDuty duty = OnDuty.in(server, place, 5);
        Surfer planner = as(Role.PLANNER).on(plan + "/attendance?date=" + duty.date());
        for (String outcome : List.of("", "heldt", "HELD")) {
            HttpResponse<String> refused =
                    planner.type(plan + "/attendance", duty.typed(outcome, "x".repeat(201)), "HX-Request", "true");
            assertThat(refused.statusCode()).as(outcome).isEqualTo(400);
            assertThat(refused.body()).contains("Der står ikke, om mødet blev holdt", "Teksten har 201 tegn");
        }
        assertThat(entered(duty)).isEmpty();
    }

    @Test
    void staffEnterTheirOwnMeetingsAndNobodyElses() {
        OnDuty duty = OnDuty.in(server, place, 2);
        Surfer own = as(school.person(Role.STAFF, duty.person().value()));
        assertThat(own.get("/").body()).contains("href=\"/me/timetable\"");
        assertThat(own.get("/me/timetable?date=" + duty.date()).body())
                .contains("Min dag", "value=\"" + duty.meeting().sessionId() + "\"", plan + "/own/attendance");
        assertThat(own.type(plan + "/own/attendance", duty.typed("held", "")).statusCode())
                .isEqualTo(303);
        assertThat(entered(duty)).contains("\"held\": true");
        assertThat(own.type(plan + "/attendance", duty.typed("held", "")).statusCode())
                .isEqualTo(403);
        HttpResponse<String> foreign =
                own.type(plan + "/own/attendance", duty.ofOthers(server, place).typed("held", "Min bemærkning"));
        assertThat(foreign.statusCode()).isEqualTo(409);
        assertThat(foreign.body()).contains("Mødet er ikke i dit skema", "<bdi>Min bemærkning</bdi>");
        assertThat(client.get(place + "/deliveries").body()).doesNotContain("Min bemærkning");
    }

    @Test
    void ofMeetingsOfOthersStaffSeeNothingWhateverIsWrongWithWhatTheyType() {
        OnDuty duty = OnDuty.in(server, place, 2);
        OnDuty others = duty.ofOthers(server, place);
        Surfer planner = as(Role.PLANNER).on(plan + "/attendance?date=" + others.date());
        planner.type(plan + "/attendance", others.typed("not-held", "Det angår kun holdet"));
        assertThat(entered(others)).contains("Det angår kun holdet");
        Surfer own = as(school.person(Role.STAFF, duty.person().value())).on("/me/timetable");
        for (String absent : List.of("", "?absent=%20", "?absent=ikke-med")) {
            for (String reason : List.of("", "x".repeat(201))) {
                for (String outcome : List.of("held", "not-held", "forget")) {
                    HttpResponse<String> refused = own.type(
                            plan + "/own/attendance" + absent, others.typed(outcome, reason), "HX-Request", "true");
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
    void whatIsWrongWithTicksAndRemarkIsSaidAtOnceAndWhatWasTypedStays() {
        OnDuty duty = OnDuty.in(server, place, 4);
        Surfer planner = as(Role.PLANNER);
        String page = planner.get(plan + "/attendance?date=" + duty.date()).body();
        Matcher there = Pattern.compile(
                        "value=\"" + Pattern.quote(duty.meeting().sessionId().value())
                                + "\".*?name=\"absent\" value=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(page);
        assertThat(there.find()).isTrue();
        String sent = plan + "/attendance?absent=ikke-med&absent=" + there.group(1);
        HttpResponse<String> part = planner.type(sent, duty.typed("held", "Tandlæge"), "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body())
                .startsWith("<li")
                .contains("role=\"alert\"", "En elev, der var sat flueben ved", "value=\"Tandlæge\"", "<details open")
                .contains("value=\"" + there.group(1) + "\" checked=\"checked\"")
                .doesNotContain("<html", "ikke-med", "class=\"entered\"");
        String tooLong = "y".repeat(201);
        HttpResponse<String> both = planner.type(sent, duty.typed("held", tooLong));
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body())
                .contains("<html", "En elev, der var sat flueben ved", "Teksten har 201 tegn", "value=\"" + tooLong)
                .containsOnlyOnce("checked=\"checked\"");
        assertThat(entered(duty)).isEmpty();
    }

    @Test
    void onThePhoneAMeetingIsEnteredByATapAndStaysWhereItIs() {
        OnDuty duty = OnDuty.in(server, place, 3);
        try (Chromium chromium = Chromium.begin();
                var visit = new Visit(chromium, server, new Eyes("da", ColorScheme.LIGHT, 390, 844))
                        .as(school.person(Role.STAFF, duty.person().value()))) {
            Page page = visit.page();
            visit.go("/me/timetable?date=" + duty.date());
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
