package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.BrowserVisit.ViewingMode;
import java.util.regex.Pattern;

/**
 * The actions of a camp coordinator from her lists to the day on which a teacher is ill. Each step checks the page for its expected content, so a
 * story that reaches its end is valid.
 */
public final class CampCoordinatorStory {
    /** No sheet with letters in it has fewer bytes. */
    private static final int LEAST = 10_000;

    private final Chromium chromium;
    private final Server server;
    private final ViewingMode eyes;
    private final ScreenshotAlbum album;

    public CampCoordinatorStory(Chromium chromium, Server server, ViewingMode eyes, ScreenshotAlbum album) {
        this.chromium = chromium;
        this.server = server;
        this.eyes = eyes;
        this.album = album;
    }

    /** Runs the whole story; returns the counted steps until there was a usable link. */
    public int tell() {
        try (BrowserVisit visit = new BrowserVisit(chromium, server, eyes)
                .signInAs(TestSchool.create(server).addPerson(Role.PLANNER))) {
            Page page = visit.page();
            var steps = new StepCounter(page);
            importLists(page, steps);
            adjustDays(page, steps);
            solve(page, steps);
            String link = publish(page, steps);
            int count = steps.count();
            readOnPhone(link);
            browseTimetables(page);
            printSheets(page);
            moveModule(page);
            if (countDuties(page, link) == 0) {
                throw new AssertionError("Nothing is taught on the day on which somebody is to be ill.");
            }
            coverAbsence(page);
            if (countDuties(page, link) > 0) {
                throw new AssertionError("Something is still in the calendar of the person who is ill.");
            }
            return count;
        }
    }

    private String localized(String danish, String english) {
        return eyes.reads(danish, english);
    }

    private void openPart(Page page, String danish, String english) {
        page.locator("nav.parts")
                .getByText(localized(danish, english), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void assertHeading(Page page, String heading) {
        assertThat(page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(heading).setExact(true))
                        .first())
                .isVisible();
        page.waitForLoadState(); // before its scripts run, a page takes no notice of what is typed or dragged
    }

    private void importLists(Page page, StepCounter steps) {
        steps.press(AriaRole.LINK, localized("Ny camp", "New camp"));
        steps.type(localized("Første dag", "First day"), "2026-09-07");
        steps.type(localized("Sidste dag", "Last day"), "2026-09-25");
        steps.drop(CampListFiles.files());
        assertThat(page.getByText(localized("Alt er i orden", "All is well"))).isVisible();
        page.evaluate("scrollTo(0, document.querySelector('h2').offsetTop - 20)");
        album.take(page, "new-camp");
        steps.press(AriaRole.BUTTON, localized("Lav planen", "Make the plan"));
        assertHeading(page, localized("Camp uge 37–39, 2026", "Camp weeks 37–39, 2026"));
        assertThat(page.getByText(localized("7.–25. september 2026", "7–25 September 2026")))
                .isVisible();
        album.take(page, "overview");
    }

    /** Breakfast is earlier at this camp, and the morning begins so. */
    private void adjustDays(Page page, StepCounter steps) {
        steps.press(AriaRole.LINK, localized("Campen trin for trin", "The camp step by step"));
        assertHeading(page, localized("Campens dage", "The camp's days"));
        steps.countOne();
        Locator breakfast = page.locator("[name='/parameters/dayKinds/0/blocks/1/start']");
        breakfast.fill("805");
        breakfast.press("Tab");
        assertThat(breakfast).hasValue(localized("08.05", "08:05"));
        page.evaluate("scrollTo(0, document.querySelector('section.day').offsetTop - 20)");
        album.take(page, "camp-days");
        steps.press(AriaRole.BUTTON, localized("Gem og gå videre", "Save and go on"));
        assertHeading(page, localized("Hold og voksne", "Teams and adults"));
        openPart(page, "Overblik", "Overview");
        steps.countOne();
    }

    private void solve(Page page, StepCounter steps) {
        steps.press(AriaRole.LINK, localized("Gå til planlægning", "Go to planning"));
        assertThat(page.locator("#precheck ~ *").first()).isVisible();
        steps.press(AriaRole.BUTTON, localized("Planlæg", "Plan"));
        Locator look = page.locator("[data-look]");
        assertThat(look).isVisible();
        album.take(page, "planning");
        if (album.isOpen()) {
            page.waitForTimeout(15_000); // pictures should show a timetable that is good
        }
        steps.press(AriaRole.BUTTON, localized("Stop her", "Stop here"));
        assertHeading(page, localized("Sådan gik det", "How it went"));
        steps.press(AriaRole.LINK, localized("Se skemaet", "See the timetable"));
        assertHeading(page, localized("Hele planen", "The whole plan"));
        album.take(page, "timetable-whole");
    }

    private String publish(Page page, StepCounter steps) {
        steps.press(AriaRole.LINK, localized("Udgiv", "Publish"));
        confirmOpenSeats(page);
        steps.press(AriaRole.BUTTON, localized("Udgiv", "Publish"));
        steps.press(AriaRole.LINK, localized("Del links ud", "Hand out the links"));
        Locator link = page.locator(".link[data-kind=STAFF]").first().locator(".address");
        assertThat(link).isVisible();
        if (album.isOpen()) { // where the pictures are looked at, a service has an address
            page.evaluate("document.querySelector('main > .trouble').remove()");
        }
        album.take(page, "links");
        return link.inputValue();
    }

    /** A plan that was stopped early, or whose substitutes are missing, may have open seats. */
    static void confirmOpenSeats(Page page) {
        assertThat(page.locator("form.publish button.main")).isVisible();
        Locator confirmation = page.locator("input[name=openSeats]");
        if (confirmation.count() > 0) {
            confirmation.check();
        }
    }

    private void readOnPhone(String link) {
        try (var phone =
                new BrowserVisit(chromium, server, new ViewingMode(eyes.language(), ColorScheme.LIGHT, 390, 844))) {
            phone.page().navigate(link);
            assertThat(phone.page().locator("h1")).containsText("Amir Haddad");
            assertThat(phone.page().locator("body")).not().containsText("Elev Prøve");
            album.take(phone.page(), "phone");
        }
    }

    /** How often the calendar behind a link has the person at work on the day of the illness. */
    private static long countDuties(Page page, String link) {
        String calendar = page.request().get(link + ".ics").text();
        return Pattern.compile("BEGIN:VEVENT")
                .splitAsStream(calendar)
                .filter(event -> event.matches("(?s).*DTSTART[^\\r\\n]*20260910.*"))
                .filter(event -> !event.contains("STATUS:CANCELLED"))
                .count();
    }

    /** Views a team, a staff member, a room and a day, each found by name. */
    private void browseTimetables(Page page) {
        openPart(page, "Skema", "Timetable");
        for (String name : new String[] {localized("Hold 1", "Team 1"), "Bente Kjær", "Lokale 1"}) {
            page.locator("input[type=search]").fill(name);
            page.keyboard().press("Enter");
            assertHeading(page, name);
        }
        page.getByLabel(localized("Vis", "Show")).first().selectOption("DAY");
        page.getByText(localized("Vis skemaet", "Show the timetable")).click();
        assertHeading(page, localized("Mandag 7. september", "Monday 7 September"));
        page.locator("input[type=search]").fill(localized("Hold 1", "Team 1"));
        page.keyboard().press("Enter");
        assertHeading(page, localized("Hold 1", "Team 1"));
        album.take(page, "timetable-team");
    }

    private void printSheets(Page page) {
        openPart(page, "Udskriv", "Print");
        Locator sheet = page.locator("ul.files a", new Page.LocatorOptions().setHasText(localized("Hold 1", "Team 1")))
                .first();
        var answer = page.request().get(sheet.getAttribute("href"));
        if (!answer.headers().get("content-type").startsWith("application/pdf") || answer.body().length < LEAST) {
            throw new AssertionError("The sheet of a team is no paper: " + answer.headers());
        }
    }

    private void moveModule(Page page) {
        openPart(page, "Skema", "Timetable");
        page.locator("input[type=search]").fill(localized("Hold 1", "Team 1"));
        page.keyboard().press("Enter");
        assertHeading(page, localized("Hold 1", "Team 1"));
        Locator modules = page.locator(".tt td[data-meeting*='/module-']");
        int here = ModuleGestures.findWithoutStep(page);
        String title = ModuleGestures.title(page, here);
        int there = ModuleGestures.findOtherSubject(page, here); // for one of its own nothing would be moved
        // Both must be in view: which modules they are depends on the plan.
        page.evaluate(
                "upper => scrollBy(0, upper.getBoundingClientRect().top - 150)",
                modules.nth(Math.min(here, there)).elementHandle());
        BoundingBox from = modules.nth(here).boundingBox();
        BoundingBox to = modules.nth(there).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height - 8);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + 8, new Mouse.MoveOptions().setSteps(5));
        assertThat(page.locator("[data-near][data-sure=sure]")).isVisible();
        album.take(page, "by-hand");
        page.mouse().up();
        assertThat(page.locator("[data-told]")).containsText(localized("Flyttede " + title, "Moved " + title));
        assertThat(modules.nth(there).locator(".hold")).hasText(title);
        assertThat(modules.nth(there)).containsText(localized("låst", "locked"));
    }

    /** A staff member is absent on a day; others take over, and the plan is published again. */
    private void coverAbsence(Page page) {
        openPart(page, "Fravær", "Absences");
        page.getByLabel(localized("Hvem er væk?", "Who is away?"))
                .selectOption(new SelectOption().setLabel("Amir Haddad"));
        page.getByLabel(localized("Første dag", "First day")).fill("2026-09-10");
        page.getByLabel(localized("Sidste dag", "Last day")).fill("2026-09-10");
        page.getByText(localized("Find afløsere", "Find stand-ins")).click();
        assertHeading(page, localized("Amir Haddad er væk", "Amir Haddad is away"));
        album.take(page, "absence");
        page.getByText(localized(
                        "Find den mindste ændring for alle, der er væk",
                        "Find the smallest change for all who are away"))
                .click();
        page.locator("form[action$='/keep'] button").first().click();
        page.getByText(localized("Gå videre og udgiv", "Go on to publish")).click();
        confirmOpenSeats(page);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(localized("Udgiv", "Publish")))
                .click();
        assertHeading(page, localized("Udgivet", "Published"));
    }
}
