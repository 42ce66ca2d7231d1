package dk.grundskema.api.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.pages.Visit.Eyes;
import dk.grundskema.api.server.start.Server;
import java.util.regex.Pattern;

/**
 * What a camp coordinator does from her lists to the day on which a teacher is ill. She says on each page what she looks for, so that a story that comes to
 * its end is one that can be told.
 */
final class CampStory {
    /** No sheet with letters in it has fewer bytes. */
    private static final int LEAST = 10_000;

    private final Chromium chromium;
    private final Server server;
    private final Eyes eyes;
    private final Album album;

    CampStory(Chromium chromium, Server server, Eyes eyes, Album album) {
        this.chromium = chromium;
        this.server = server;
        this.eyes = eyes;
        this.album = album;
    }

    /** Tells it all; gives what she did until a link was there that somebody can open, counted. */
    int told() {
        try (Visit visit =
                new Visit(chromium, server, eyes).as(School.in(server).person(Role.PLANNER))) {
            Page page = visit.page();
            var steps = new Steps(page);
            listsBecomeAPlan(page, steps);
            theDaysAreHers(page, steps);
            theComputerPlans(page, steps);
            String link = itIsPublished(page, steps);
            int count = steps.count();
            somebodyReadsItOnAPhone(link);
            sheLooksAround(page);
            itIsPrinted(page);
            aModuleIsMovedAndStays(page);
            if (dutiesOfThatDay(page, link) == 0) {
                throw new AssertionError("Nothing is taught on the day on which somebody is to be ill.");
            }
            somebodyIsIll(page);
            if (dutiesOfThatDay(page, link) > 0) {
                throw new AssertionError("Whoever is ill still has something in the calendar.");
            }
            return count;
        }
    }

    private String say(String danish, String english) {
        return eyes.reads(danish, english);
    }

    private void part(Page page, String danish, String english) {
        page.locator("nav.parts")
                .getByText(say(danish, english), new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void isHeaded(Page page, String heading) {
        assertThat(page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(heading).setExact(true))
                        .first())
                .isVisible();
    }

    private void listsBecomeAPlan(Page page, Steps steps) {
        steps.press(AriaRole.LINK, say("Ny camp", "New camp"));
        steps.type(say("Første dag", "First day"), "2026-09-07");
        steps.type(say("Sidste dag", "Last day"), "2026-09-25");
        steps.drop(CampLists.all());
        assertThat(page.getByText(say("Alt er i orden", "All is well"))).isVisible();
        page.evaluate("scrollTo(0, document.querySelector('h2').offsetTop - 20)");
        album.take(page, "new-camp");
        steps.press(AriaRole.BUTTON, say("Lav planen", "Make the plan"));
        isHeaded(page, say("Camp uge 37–39, 2026", "Camp weeks 37–39, 2026"));
        assertThat(page.getByText(say("7.–25. september 2026", "7–25 September 2026")))
                .isVisible();
        album.take(page, "overview");
    }

    /** Breakfast is earlier at this camp, and the morning begins so. */
    private void theDaysAreHers(Page page, Steps steps) {
        steps.press(AriaRole.LINK, say("Campen trin for trin", "The camp step by step"));
        isHeaded(page, say("Campens dage", "The camp's days"));
        steps.counted();
        Locator breakfast = page.locator("[name='/parameters/dayKinds/0/blocks/1/start']");
        breakfast.fill("805");
        breakfast.press("Tab");
        assertThat(breakfast).hasValue(say("08.05", "08:05"));
        page.evaluate("scrollTo(0, document.querySelector('section.day').offsetTop - 20)");
        album.take(page, "camp-days");
        steps.press(AriaRole.BUTTON, say("Gem og gå videre", "Save and go on"));
        isHeaded(page, say("Hold og voksne", "Teams and adults"));
        part(page, "Overblik", "Overview");
        steps.counted();
    }

    private void theComputerPlans(Page page, Steps steps) {
        steps.press(AriaRole.LINK, say("Gå til planlægning", "Go to planning"));
        assertThat(page.locator("#precheck ~ *").first()).isVisible();
        steps.press(AriaRole.BUTTON, say("Planlæg", "Plan"));
        Locator look = page.locator("[data-look]");
        assertThat(look).isVisible();
        album.take(page, "planning");
        if (album.isOpen()) {
            page.waitForTimeout(15_000); // pictures should show a timetable that is good
        }
        steps.press(AriaRole.BUTTON, say("Stop her", "Stop here"));
        isHeaded(page, say("Sådan gik det", "How it went"));
        steps.press(AriaRole.LINK, say("Se skemaet", "See the timetable"));
        isHeaded(page, say("Hele planen", "The whole plan"));
        album.take(page, "timetable-whole");
    }

    private String itIsPublished(Page page, Steps steps) {
        steps.press(AriaRole.LINK, say("Udgiv", "Publish"));
        steps.press(AriaRole.BUTTON, say("Udgiv", "Publish"));
        steps.press(AriaRole.LINK, say("Del links ud", "Hand out the links"));
        Locator link = page.locator(".link[data-kind=STAFF]").first().locator(".address");
        assertThat(link).isVisible();
        if (album.isOpen()) { // where the pictures are looked at, a service has an address
            page.evaluate("document.querySelector('main > .trouble').remove()");
        }
        album.take(page, "links");
        return link.inputValue();
    }

    private void somebodyReadsItOnAPhone(String link) {
        try (var phone = new Visit(chromium, server, new Eyes(eyes.language(), ColorScheme.LIGHT, 390, 844))) {
            phone.page().navigate(link);
            assertThat(phone.page().locator("h1")).containsText("Amir Haddad");
            assertThat(phone.page().locator("body")).not().containsText("Elev Prøve");
            album.take(phone.page(), "phone");
        }
    }

    /** How often the calendar behind a link has the person at work on the day of the illness. */
    private static long dutiesOfThatDay(Page page, String link) {
        String calendar = page.request().get(link + ".ics").text();
        return Pattern.compile("BEGIN:VEVENT")
                .splitAsStream(calendar)
                .filter(event -> event.matches("(?s).*DTSTART[^\\r\\n]*20260910.*"))
                .filter(event -> !event.contains("STATUS:CANCELLED"))
                .count();
    }

    /** Looks at a team, one of the staff, a room and a day, each found by what it is called. */
    private void sheLooksAround(Page page) {
        part(page, "Skema", "Timetable");
        for (String name : new String[] {say("Hold 1", "Team 1"), "Bente Kjær", "Lokale 1"}) {
            page.locator("input[type=search]").fill(name);
            page.keyboard().press("Enter");
            isHeaded(page, name);
        }
        page.getByLabel(say("Vis", "Show")).first().selectOption("DAY");
        page.getByText(say("Vis skemaet", "Show the timetable")).click();
        isHeaded(page, say("Mandag 7. september", "Monday 7 September"));
        page.locator("input[type=search]").fill(say("Hold 1", "Team 1"));
        page.keyboard().press("Enter");
        isHeaded(page, say("Hold 1", "Team 1"));
        album.take(page, "timetable-team");
    }

    private void itIsPrinted(Page page) {
        part(page, "Udskriv", "Print");
        Locator sheet = page.locator("ul.files a", new Page.LocatorOptions().setHasText(say("Hold 1", "Team 1")))
                .first();
        var answer = page.request().get(sheet.getAttribute("href"));
        if (!answer.headers().get("content-type").startsWith("application/pdf") || answer.body().length < LEAST) {
            throw new AssertionError("The sheet of a team is no paper: " + answer.headers());
        }
    }

    private void aModuleIsMovedAndStays(Page page) {
        part(page, "Skema", "Timetable");
        page.locator("input[type=search]").fill(say("Hold 1", "Team 1"));
        page.keyboard().press("Enter");
        isHeaded(page, say("Hold 1", "Team 1"));
        Locator modules = page.locator(".tt td[data-meeting*='/module-']");
        String title = modules.nth(0).locator(".hold").textContent();
        int there = Modules.ofAnotherSubject(page, 0); // for one of its own nothing would be moved
        modules.nth(0).scrollIntoViewIfNeeded();
        BoundingBox from = modules.nth(0).boundingBox();
        BoundingBox to = modules.nth(there).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height - 8);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + 8, new Mouse.MoveOptions().setSteps(5));
        assertThat(page.locator("[data-near][data-sure=sure]")).isVisible();
        album.take(page, "by-hand");
        page.mouse().up();
        assertThat(page.locator("[data-told]")).containsText(say("Flyttede " + title, "Moved " + title));
        assertThat(modules.nth(there).locator(".hold")).hasText(title);
        assertThat(modules.nth(there)).containsText(say("låst", "locked"));
    }

    /** Somebody is away on a day; others take over, and the plan is published again. */
    private void somebodyIsIll(Page page) {
        part(page, "Fravær", "Absences");
        page.getByLabel(say("Hvem er væk?", "Who is away?")).selectOption(new SelectOption().setLabel("Amir Haddad"));
        page.getByLabel(say("Første dag", "First day")).fill("2026-09-10");
        page.getByLabel(say("Sidste dag", "Last day")).fill("2026-09-10");
        page.getByText(say("Find afløsere", "Find stand-ins")).click();
        isHeaded(page, say("Amir Haddad er væk", "Amir Haddad is away"));
        album.take(page, "absence");
        page.getByText(say("Find den mindste ændring for det hele", "Find the smallest change for all of it"))
                .click();
        page.getByText(say("Videre til at udgive", "Go on to publish")).click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(say("Udgiv", "Publish")))
                .click();
        isHeaded(page, say("Udgivet", "Published"));
    }
}
