package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists as spreadsheets, in a real browser. */
@Tag("full")
final class ListWalkTest {
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

    @Test
    void cellsAreMovedAboutInPastedAndSavedByKeyboardAlone() {
        School school = School.in(server);
        String place = NewPlan.of(Services.administrator(server), school.path());
        try (Visit visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(place).value() + "/lists/rooms");
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
        School school = School.in(server);
        String place = NewPlan.made(
                        Services.administrator(server), school.path(), Services.example("school-12-classes"))
                .header("Location");
        try (Visit visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            page.navigate("/plans/" + NewPlan.id(place).value() + "/interventions/co-teaching");
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
            visit.troubles(); // browsers call a page that says what is wrong an error
            page.locator("#r5c5").fill("9");
            page.getByRole(button, save).click();
            assertThat(page.getByText("Listen er gemt.")).isVisible();
            assertThat(page.locator("#r4c1")).hasValue("Type 2");
            assertThat(page.locator("#r5c5")).hasValue("9");
        }
    }

    @Test
    void whatIsTypedIsNotLeftInSilence() {
        School school = School.in(server);
        String place = NewPlan.made(
                        Services.administrator(server), school.path(), Services.example("school-12-classes"))
                .header("Location");
        try (Visit visit = new Visit(chromium, server, Eyes.DANISH).as(school.person(Role.PLANNER))) {
            Page page = visit.page();
            var asked = new ArrayList<String>();
            page.onDialog(one -> {
                asked.add(one.type());
                one.dismiss();
            });
            String form = "/plans/" + NewPlan.id(place).value() + "/interventions/co-teaching";
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
                    .as("what was given up, saved or not typed asks nothing")
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
