package dk.grundskema.api.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Typed input survives a lost connection or an ended session. */
@Tag("browser")
final class FormRetentionBrowserTest {
    private static final String LOST = "Der er ingen forbindelse";

    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static void pressExample(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Prøv eksemplet: en camp"))
                .click();
    }

    @Test
    void typedInputOnAnyPageWarnsBeforeLeaving() {
        TestSchool school = TestSchool.create(server);
        String place = SolvedPlans.createSolvedPlan(
                ServiceClient.administrator(server),
                server,
                school.path(),
                TestServices.exampleProblem("camp-3-weeks"),
                300);
        String plan = "/plans/" + TestPlans.planIdOf(place).value();
        Map<String, String> fields = Map.of(
                plan + "/publish",
                "#note",
                plan + "/absences",
                "#staff",
                plan + "/scenarios",
                "#title",
                "/organisations/" + school.id() + "/people",
                "#name",
                "/account",
                "#token");
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                .signInAs(school.addPerson(Role.PLANNER, Role.ADMINISTRATOR))) {
            Page page = visit.page();
            var asked = new ArrayList<String>();
            page.onDialog(one -> {
                asked.add(one.type());
                if (asked.size() == 1) {
                    one.dismiss();
                } else {
                    one.accept();
                }
            });
            fields.forEach((path, field) -> {
                asked.clear();
                page.navigate(path);
                if (path.equals("/account")) {
                    page.getByText("Nyt token").click();
                }
                page.locator(field).focus();
                page.keyboard().type("B");
                page.locator(".brand").click();
                page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
                assertThat(page.url()).endsWith(path);
                page.locator(".brand").click();
                page.waitForURL(url -> url.endsWith("/"));
            });
        }
    }

    @Test
    void lostConnectionIsReportedAndTheFormCanBeSentAfterwards() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            assertThat(page.getByText(LOST)).isHidden();
            page.context().setOffline(true);
            page.waitForConsoleMessage(() -> pressExample(page)); // the browser's own word about it comes when it likes
            assertThat(page.getByText(LOST)).isVisible();
            assertThat(page.getByText("Ingen planer endnu")).isVisible();
            assertThat(String.join("", visit.problems())).contains("ERR_INTERNET_DISCONNECTED");

            page.context().setOffline(false);
            assertThat(page.getByText(LOST)).isHidden();
            pressExample(page);
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
        }
    }

    @Test
    void formIsSentAfterSignInOnTheSamePageWhenTheSessionEnded() {
        TestSchool.Person planner = TestSchool.create(server).addPerson(Role.PLANNER);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = visit.page();
            page.context().clearCookies();
            pressExample(page);
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Log ind igen");
            page.locator("#again-name").fill(planner.signInName());
            page.locator("#again-password").fill("not the password");
            page.locator("#again-password").press("Enter");
            assertThat(page.locator("#again-trouble")).isVisible();
            assertThat(page.locator("#again-password")).isFocused();
            page.locator("#again-password").fill(TestSchool.PASSWORD);
            page.locator("#again-password").press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
            assertThat(visit.problems()).as("errors of the ended session").hasSize(2);
        }
    }

    @Test
    void doubleClickedButtonSendsItsFormOnce() {
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Prøv eksemplet: en camp"))
                    .dblclick();
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .hasCount(1);
        }
    }

    @Test
    void formIsSentAfterSignInInAnotherTab() {
        TestSchool.Person planner = TestSchool.create(server).addPerson(Role.PLANNER);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = visit.page();
            page.context().clearCookies();
            signIn(page.context().newPage(), planner);
            pressExample(page);
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
        }
    }

    @Test
    void signInPromptContinuesAfterSignInInAnotherTab() {
        TestSchool.Person planner = TestSchool.create(server).addPerson(Role.PLANNER);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = visit.page();
            page.context().clearCookies();
            pressExample(page);
            Page other = page.waitForPopup(
                    () -> page.getByText("Log ind på en anden måde").click());
            signIn(other, planner);
            page.bringToFront();
            page.evaluate("dispatchEvent(new Event('focus'))"); // a browser without windows has nobody who turns to one
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
            assertThat(visit.problems()).as("errors of the ended session").hasSize(1);
        }
    }

    @Test
    void formWaitsForItsOwnerWhenAnotherPersonSignedInMeanwhile() {
        TestSchool school = TestSchool.create(server);
        TestSchool.Person planner = school.addPerson(Role.PLANNER);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = visit.page();
            page.context().clearCookies();
            signIn(page.context().newPage(), school.addPerson(Role.READER));
            pressExample(page);
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Log ind igen");
            page.locator("#again-name").fill(planner.signInName());
            page.locator("#again-password").fill(TestSchool.PASSWORD);
            page.locator("#again-password").press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Efterårscamp 2026")))
                    .isVisible();
        }
    }

    @Test
    void simultaneousRequestsWaitForOneSignIn() {
        TestSchool.Person planner = TestSchool.create(server).addPerson(Role.PLANNER);
        try (var visit = new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(planner)) {
            Page page = visit.page();
            page.evaluate("""
                    window.answers = [];
                    for (let i = 0; i < 3; i++) {
                        document.dispatchEvent(new CustomEvent('app:signed-out', {detail: one => answers.push(one)}));
                    }
                    """);
            page.locator("#again-name").fill(planner.signInName());
            page.locator("#again-password").fill(TestSchool.PASSWORD);
            page.locator("#again-password").press("Enter");
            page.waitForFunction("() => answers.join() === 'true,true,true'");
        }
    }

    private static void signIn(Page page, TestSchool.Person person) {
        page.navigate("/sign-in");
        page.locator("#name").fill(person.signInName());
        page.locator("#password").fill(TestSchool.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    @Test
    void refusalIsShownOnThePageThatSentTheForm() {
        TestSchool school = TestSchool.create(server);
        ServiceClient other = ServiceClient.administrator(server);
        String plan = TestPlans.createCampPlan(other, school.path());
        try (var visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(plan).value() + "/camp/subjects");
            other.withHeader("If-Match", other.get(plan).tag()).delete(plan);

            page.locator("button[name=do][value=add]").click();

            assertThat(page.locator("#refused")).containsText("findes ikke");
            assertThat(page.locator("button[name=do][value=add]")).isVisible();
            page.locator("#refused button").click();
            assertThat(page.locator("#refused")).isHidden();
            assertThat(visit.problems())
                    .as("errors of an address that no longer exists")
                    .isNotEmpty();
        }
    }
}
