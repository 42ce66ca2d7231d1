package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishing and handing out, in a real browser. */
@Tag("full")
final class PublishWalkTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.begin();
        server = Services.on(Database.H2);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String camp(School school) {
        return "/plans/"
                + NewPlan.id(Planned.plan(
                                Services.administrator(server),
                                server,
                                school.path(),
                                Services.example("camp-3-weeks"),
                                300))
                        .value();
    }

    private static void press(Page page, AriaRole role, String name) {
        page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void whatIsPublishedIsSeenByWhoeverHasTheLinkWithoutSigningIn() {
        School school = School.in(server);
        String plan = camp(school);
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER));
                var phone = new Visit(chromium, server, Eyes.DANISH)) {
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
            phone.troubles();
        }
    }

    @Test
    void everybodyHasACardOnTheSheetOfCodes() {
        School school = School.in(server);
        String plan = camp(school);
        try (var visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
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
        School school = School.in(server);
        String plan = camp(school);
        try (var visit =
                        new Visit(chromium, server, new Eyes("da", scheme, 1280, 900)).as(school.person(Role.PLANNER));
                var phone = new Visit(chromium, server, Eyes.DANISH)) {
            Page page = visit.page();
            page.navigate(plan + "/publish");
            press(page, AriaRole.BUTTON, "Udgiv");
            press(page, AriaRole.LINK, "Print koder til alle");
            var addresses = new HashSet<String>();
            for (Locator card : page.locator(".card").all()) {
                Optional<String> address = Camera.read(card.screenshot());
                assertThat(address).as(card.textContent()).isPresent();
                addresses.add(address.get());
                phone.page().navigate(address.get());
                assertThat(phone.page().locator("h1"))
                        .containsText(card.locator("h2").textContent());
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".card").all())
                    .extracting(card -> Camera.read(card.screenshot()).orElse("none"))
                    .hasSize(9)
                    .containsExactlyInAnyOrderElementsOf(addresses);
        }
    }

    @Test
    void ofTwoWhoPublishAtOnceTheSecondIsToldAndLosesNothingTyped() {
        School school = School.in(server);
        String plan = camp(school);
        try (var one = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER));
                var other = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
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
            other.troubles();
        }
    }
}
