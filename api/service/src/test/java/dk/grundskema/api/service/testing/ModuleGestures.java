package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.stream.IntStream;

/** Modules on the page of a week, and what is done with them by mouse. */
public final class ModuleGestures {
    private static final String MODULES = ".tt td[data-meeting*='/module-']";

    private ModuleGestures() {}

    /** A module of the week, by its number; the same element as long as the page isn't another. */
    public static Locator module(Page page, int number) {
        return page.locator(MODULES).nth(number);
    }

    public static String title(Page page, int number) {
        return module(page, number).locator(".hold").textContent();
    }

    /** The subject in a title; the step after a colon, such as a character trait, depends on the date. */
    private static String subject(String title) {
        return title.replaceFirst(":.*", "");
    }

    /** Number of the first module whose title is the subject alone, so that it keeps its title on another date. */
    static int findWithoutStep(Page page) {
        return IntStream.range(0, page.locator(MODULES).count())
                .filter(one -> !title(page, one).contains(":"))
                .findFirst()
                .orElseThrow();
    }

    /** Number of a module of another subject than that of a module; never that of the first. */
    public static int findOtherSubject(Page page, int number) {
        String subject = subject(title(page, number));
        return IntStream.range(1, page.locator(MODULES).count())
                .filter(one -> !subject(title(page, one)).equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Where it is said what was done. */
    public static Locator statusMessage(Page page) {
        return page.locator("[data-told]");
    }

    /** The window of what can be done with a module. */
    public static Locator panel(Page page) {
        return page.locator("dialog.panel");
    }

    /** What is pressed there by exactly these words. */
    public static Locator choiceButton(Page page, String text) {
        return panel(page).getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    /** Chooses a module and locks it. */
    public static void lock(Page page, int number) {
        module(page, number).locator(".hold").click();
        choiceButton(page, "Lås").click();
        assertThat(statusMessage(page)).containsText("Låste ");
        assertThat(module(page, number)).containsText("låst");
    }

    /** What is said of the place over which something is held, once it is known for sure. */
    public static Locator placeHint(Page page) {
        return page.locator("[data-near][data-sure=sure]");
    }

    /** Drags something over something else, and lets go once it is known what comes of it. */
    public static void drop(Page page, Locator what, Locator over) {
        hold(page, what, over);
        assertThat(placeHint(page)).isVisible();
        page.mouse().up();
        assertThat(page.locator("[data-near]")).isHidden();
    }

    /** Drags something over something else, and doesn't let go. */
    public static void hold(Page page, Locator what, Locator over) {
        BoundingBox from = what.boundingBox();
        BoundingBox to = over.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(5));
    }
}
