package dk.grundskema.api.service.campguide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
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
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Blocks of a base timetable that are dragged, moved by keys and typed, in a real browser. */
@Tag("browser")
final class CampDaysBrowserTest {
    private static Chromium chromium;
    private static Server server;

    @BeforeAll
    static void begin() {
        chromium = Chromium.shared();
        server = TestServices.on(TestDatabase.H2);
    }

    private static void on(String example, BiConsumer<Page, String> walk) {
        TestSchool school = TestSchool.create(server);
        ServiceClient client = ServiceClient.administrator(server);
        String place = TestPlans.createPlan(client, school.path(), TestServices.exampleProblem(example))
                .header("Location");
        try (BrowserVisit visit =
                new BrowserVisit(chromium, server, ViewingMode.DANISH).signInAs(school.addPerson(Role.PLANNER))) {
            visit.open("/plans/" + TestPlans.planIdOf(place).value() + "/camp/days");
            walk.accept(visit.page(), place);
        }
    }

    private static Locator field(Page page, int day, int block, String name) {
        return page.locator("[id='f-parameters-dayKinds-%d-blocks-%d-%s']".formatted(day, block, name));
    }

    private static Locator piece(Page page, int day, String block) {
        return page.locator(".day").nth(day).locator(".piece[data-of='" + block + "']");
    }

    private static void drag(Page page, Locator piece, double fromTop, int pixels) {
        BoundingBox box = piece.boundingBox();
        page.mouse().move(box.x + 40, box.y + fromTop);
        page.mouse().down();
        page.mouse().move(box.x + 40, box.y + fromTop + pixels / 2.0);
        page.mouse().move(box.x + 40, box.y + fromTop + pixels);
        page.mouse().up();
    }

    @Test
    void blockIsDraggedInStepsOfFiveMinutesAndWhatTouchesItFollows() {
        on("camp-3-weeks", (page, place) -> {
            Locator assembly = piece(page, 0, "module-1");
            assembly.scrollIntoViewIfNeeded();
            drag(page, assembly, 45, 16);
            assertThat(field(page, 0, 3, "start")).hasValue("09.15");
            assertThat(field(page, 0, 3, "end")).hasValue("10.45");
            assertThat(field(page, 0, 2, "end")).hasValue("09.15");
            assertThat(field(page, 0, 4, "start")).hasValue("10.45");
            assertThat(field(page, 1, 3, "start")).hasValue("09.15");
            assertThat(page.locator("#followed")).containsText("Fulgte med: ");
            page.getByLabel("Det, der støder op til, følger med").uncheck();
            Locator lunch = piece(page, 0, "lunch");
            drag(page, lunch, lunch.boundingBox().height - 2, -10);
            assertThat(field(page, 0, 6, "end")).hasValue("13.05");
            assertThat(field(page, 0, 7, "start")).hasValue("13.15");
        });
    }

    @Test
    void blockThatIsDraggedTooFarGoesAsFarAsItCan() {
        on("camp-3-weeks", (page, place) -> {
            Locator breakfast = piece(page, 0, "breakfast");
            breakfast.scrollIntoViewIfNeeded();
            drag(page, breakfast, 12, -60);
            assertThat(field(page, 0, 1, "start")).hasValue("07.50");
            assertThat(field(page, 0, 1, "end")).hasValue("08.20");
            assertThat(field(page, 0, 0, "end")).hasValue("07.50");
            assertThat(page.locator("#followed")).containsText("Fulgte med: ");
        });
    }

    @Test
    void blockIsMovedAndStretchedByKeysAndSaved() {
        on("camp-3-weeks", (page, place) -> {
            Locator evening = piece(page, 0, "evening");
            evening.focus();
            page.keyboard().press("Shift+ArrowDown");
            assertThat(field(page, 0, 11, "end")).hasValue("21.05");
            assertThat(evening).isFocused();
            page.keyboard().press("ArrowUp");
            assertThat(field(page, 0, 11, "start")).hasValue("18.25");
            assertThat(field(page, 0, 10, "end")).hasValue("18.25");
            page.keyboard().press("Enter");
            assertThat(field(page, 0, 11, "start")).isFocused();
            page.keyboard().press("ArrowUp");
            assertThat(field(page, 0, 11, "start")).hasValue("18.20");
            page.keyboard().press("ArrowDown");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Gem").setExact(true))
                    .press("Enter");
            assertThat(page.getByText("Gemt.")).isVisible();
            assertThat(field(page, 0, 11, "start")).hasValue("18.25");
        });
    }

    @Test
    void wakingLaterIsOneTypedTimeOnAllDaysAndNights() {
        on("camp-4-weeks-overnight", (page, place) -> {
            Locator wakeUp = page.locator("[data-block='wake-up'] .start").first();
            wakeUp.fill("715");
            wakeUp.press("Tab");
            Locator nights = page.locator("[data-block='night'] .end");
            for (int i = 0; i < nights.count(); i++) {
                assertThat(nights.nth(i)).hasValue("07.15");
            }
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Gem").setExact(true))
                    .click();
            assertThat(page.getByText("Gemt.")).isVisible();
        });
    }

    @Test
    void blockThatIsAddedCanBeDraggedAtOnce() {
        on("camp-3-weeks", (page, place) -> {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Tilføj en blok til Mandag til torsdag"))
                    .click();
            Locator start = page.locator("[data-block='block-1'] .start");
            assertThat(start).isFocused();
            Locator added = piece(page, 0, "block-1");
            added.focus();
            page.keyboard().press("ArrowDown");
            assertThat(start).hasValue("21.05");
        });
    }

    @Test
    void removedBlockMovesFocusToTheAddButtonAndKeepsTheFollowChoice() {
        on("camp-3-weeks", (page, place) -> {
            Locator follow = page.getByLabel("Det, der støder op til, følger med");
            follow.uncheck();
            page.locator("[data-block='evening'] button.drop").first().press("Enter");
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Tilføj en blok til Mandag til torsdag")))
                    .isFocused();
            assertThat(follow).not().isChecked();
        });
    }
}
