package dk.grundskema.api.service.input;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import dk.grundskema.api.service.testing.Chromium;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists as spreadsheets, in a real browser. */
@Tag("browser")
final class ListPageBrowserTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    @Test
    void cellsAreMovedAboutInPastedAndSavedByKeyboardAlone() {
        TestSchool school = TestSchool.create(server);
        String place = TestPlans.createCampPlan(ServiceClient.administrator(server), school.path());
        try (BrowserVisit visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/lists/rooms");
            page.locator("#r0c0").click(); // a click anywhere is nobody's removal
            assertThat(page.locator("#cells tbody tr")).hasCount(6);
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#r1c0")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#r2c1")).isFocused();
            page.locator("#r5c0").focus();
            page.keyboard().press("Enter"); // a new row below the last
            paste(page, "Lokale 8\tclassroom\t12\r\nHytten\tcabin\t20\r\n");
            assertThat(page.locator("#cells tbody tr")).hasCount(8);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fjern 4"))
                    .press("Enter");
            assertThat(page.locator("#cells tbody tr")).hasCount(7);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gem listen"))
                    .press("Enter");
            assertThat(page.getByText("Listen er gemt.")).isVisible();
            assertThat(page.locator("#r6c0")).hasValue("Hytten");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortryd"))
                    .press("Enter");
            assertThat(page.locator("#cells tbody tr")).hasCount(6);
        }
    }

    @Test
    void rowsOfWhatClassesNeedArePastedFromASpreadsheet() {
        TestSchool school = TestSchool.create(server);
        String place = TestPlans.createPlan(
                        ServiceClient.administrator(server),
                        school.path(),
                        TestServices.exampleProblem("school-12-classes"))
                .header("Location");
        try (BrowserVisit visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + TestPlans.planIdOf(place).value() + "/interventions/co-teaching");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ret som tabel: Klasser"))
                    .click();
            page.locator("#r3c0").focus();
            page.keyboard().press("Enter"); // a new row below the last
            paste(page, "3B\ttype 2\t12,5\tDAN, MAT\tstationer\t7\r\n6A\ttype 1\t\t\t\tmeget\r\n");
            assertThat(page.locator("#cells tbody tr")).hasCount(6);
            AriaRole button = AriaRole.BUTTON;
            var save = new Page.GetByRoleOptions().setName("Gem listen");
            page.getByRole(button, save).click();
            assertThat(page.locator("#r5c5")).isFocused();
            assertThat(page.locator("#r5c5")).hasValue("meget");
            visit.problems(); // browsers call a page that says what is wrong an error
            page.locator("#r5c5").fill("9");
            page.getByRole(button, save).click();
            assertThat(page.getByText("Listen er gemt.")).isVisible();
            assertThat(page.locator("#r4c1")).hasValue("Type 2");
            assertThat(page.locator("#r5c5")).hasValue("9");
        }
    }

    @Test
    void browserAsksBeforeUnsavedTypingIsLeft() {
        TestSchool school = TestSchool.create(server);
        String place = TestPlans.createPlan(
                        ServiceClient.administrator(server),
                        school.path(),
                        TestServices.exampleProblem("school-12-classes"))
                .header("Location");
        try (BrowserVisit visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            Page page = visit.page();
            var asked = new ArrayList<String>();
            page.onDialog(one -> {
                asked.add(one.type());
                one.dismiss();
            });
            String form = "/plans/" + TestPlans.planIdOf(place).value() + "/interventions/co-teaching";
            page.navigate(form);
            Locator table =
                    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ret som tabel: Klasser"));
            page.locator("#f-title").click();
            page.keyboard().type(" i foråret");
            table.click();
            page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
            assertThat(page.locator("#f-title")).hasValue(Pattern.compile(".* i foråret"));

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annullér"))
                    .click();
            page.waitForURL(url -> url.endsWith("/interventions"));
            page.navigate(form);
            page.locator("#f-title").click();
            page.keyboard().type(" i foråret");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Gem").setExact(true))
                    .click();
            page.waitForURL(url -> url.endsWith("/interventions"));
            page.navigate(form);
            table.click();
            page.waitForURL(url -> url.contains("/lists/needs"));
            Assertions.assertThat(asked)
                    .as("cancelled, saved and untouched forms ask nothing")
                    .hasSize(1);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fjern 1"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lokaler"))
                    .click();
            page.waitForCondition(() -> asked.size() == 2);
        }
    }

    private static void paste(Page page, String cells) {
        page.evaluate("""
                text => {
                    const data = new DataTransfer();
                    data.setData('text/plain', text);
                    document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }""", cells);
    }
}
