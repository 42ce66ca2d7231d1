package dk.grundskema.api.service.publish;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.QrCodeCamera;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishing and handing out, in a real browser. */
@Tag("browser")
final class PublishBrowserTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static String camp(TestSchool school) {
        return "/plans/"
                + TestPlans.planIdOf(SolvedPlans.createSolvedPlan(
                                ServiceClient.administrator(server),
                                server,
                                school.path(),
                                TestServices.exampleProblem("camp-3-weeks"),
                                300))
                        .value();
    }

    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void publishedTimetableIsVisibleByLinkWithoutSignInUntilTheLinkIsRenewed() {
        TestSchool school = TestSchool.create(server);
        String plan = camp(school);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                        .signInAs(school.addPerson(Role.PLANNER));
                var phone = new BrowserVisit(chromium, server, ViewingMode.DANISH)) {
            Page page = visit.page();
            page.navigate(plan + "/publish");
            press(page, AriaRole.BUTTON, "Udgiv");
            press(page, AriaRole.LINK, "Del links ud");
            Locator link = page.locator(".link[data-kind=STAFF]").first();
            String address = link.locator(".address").inputValue();
            phone.page().navigate(address);
            assertThat(phone.page().locator("h1")).containsText(link.getAttribute("data-name"));

            link.getByText("Mere").click();
            link.getByText("Nyt link", new Locator.GetByTextOptions().setExact(true))
                    .click();
            press(page, AriaRole.BUTTON, "Ja, lav et nyt link");
            assertThat(page.getByText("Her er det nye link")).isVisible();
            assertThat(page.locator(".link[data-kind=STAFF]").first().locator(".address"))
                    .not()
                    .hasValue(address);
            assertThat(phone.page().navigate(address).status()).isEqualTo(404);
            phone.problems();
        }
    }

    @Test
    void everybodyHasACardOnTheSheetOfCodes() {
        TestSchool school = TestSchool.create(server);
        String plan = camp(school);
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate(plan + "/publish");
            press(page, AriaRole.BUTTON, "Udgiv");
            press(page, AriaRole.LINK, "Print koder til alle");
            assertThat(page.locator("svg.qr")).hasCount(9);
            assertThat(page.getByText("Lone Abildgaard")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aCameraReadsTheCodeOfACardOnAnyScreenAndOnPaperAndComesToThatPersonsCalendar(ColorScheme scheme) {
        TestSchool school = TestSchool.create(server);
        String plan = camp(school);
        try (var visit = new BrowserVisit(chromium, server, new ViewingMode("da", scheme, 1280, 900))
                        .signInAs(school.addPerson(Role.PLANNER));
                var phone = new BrowserVisit(chromium, server, ViewingMode.DANISH)) {
            Page page = visit.page();
            page.navigate(plan + "/publish");
            press(page, AriaRole.BUTTON, "Udgiv");
            press(page, AriaRole.LINK, "Print koder til alle");
            var addresses = new HashSet<String>();
            for (Locator card : page.locator(".card").all()) {
                Optional<String> address = QrCodeCamera.read(card.screenshot());
                assertThat(address).as(card.textContent()).isPresent();
                addresses.add(address.get());
                phone.page().navigate(address.get());
                assertThat(phone.page().locator("h1"))
                        .containsText(card.locator("h2").textContent());
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".card").all())
                    .extracting(card -> QrCodeCamera.read(card.screenshot()).orElse("none"))
                    .hasSize(9)
                    .containsExactlyInAnyOrderElementsOf(addresses);
        }
    }

    @Test
    void secondOfTwoPublishersIsRefusedAndKeepsTheNote() {
        TestSchool school = TestSchool.create(server);
        String plan = camp(school);
        try (var one = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER));
                var other = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                        .signInAs(school.addPerson(Role.PLANNER))) {
            one.page().navigate(plan + "/publish");
            other.page().navigate(plan + "/publish");
            other.page().locator("#note").fill("Jeg kom for sent");
            press(one.page(), AriaRole.BUTTON, "Udgiv");
            assertThat(one.page()
                            .getByRole(
                                    AriaRole.HEADING,
                                    new GetByRoleOptions().setName("Udgivet").setExact(true)))
                    .isVisible();
            press(other.page(), AriaRole.BUTTON, "Udgiv");
            assertThat(other.page().getByRole(AriaRole.ALERT).first()).containsText("ændret imens");
            assertThat(other.page().getByRole(AriaRole.ALERT).first()).containsText("Jeg kom for sent");
            other.problems();
        }
    }
}
