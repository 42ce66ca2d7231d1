package dk.grundskema.api.service.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.stream.IntStream;

/** Mouse gestures on the modules of a week's page. */
public final class ModuleGestures {
    private static final String MODULES = ".tt td[data-meeting*='/module-']";

    private ModuleGestures() {}

    /** Returns a module of the week by its number; the same element while the page stays. */
    public static Locator module(Page page, int number) {
        return page.locator(MODULES).nth(number);
    }

    public static String title(Page page, int number) {
        return module(page, number).locator(".hold").textContent();
    }

    /** Returns the subject in a title, without the step after the colon, such as a character trait, which depends on the date. */
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

    /** Returns the number of a module with another subject than the given one; never that of the first module. */
    public static int findOtherSubject(Page page, int number) {
        String subject = subject(title(page, number));
        return IntStream.range(1, page.locator(MODULES).count())
                .filter(one -> !subject(title(page, one)).equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the element that reports the last action. */
    public static Locator statusMessage(Page page) {
        return page.locator("[data-told]");
    }

    /** Returns the dialog with the actions on a module. */
    public static Locator panel(Page page) {
        return page.locator("dialog.panel");
    }

    /** Returns the button in it with exactly this text. */
    public static Locator choiceButton(Page page, String text) {
        return panel(page).getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    /** Selects a module and locks it. */
    public static void lock(Page page, int number) {
        module(page, number).locator(".hold").click();
        choiceButton(page, "Lås").click();
        assertThat(statusMessage(page)).containsText("Låste ");
        assertThat(module(page, number)).containsText("låst");
    }

    /** Returns the message about the place under the dragged module, once it is final. */
    public static Locator placeHint(Page page) {
        return page.locator("[data-near][data-sure=sure]");
    }

    /** Drags one element over another and drops it once the effect is shown. */
    public static void drop(Page page, Locator what, Locator over) {
        hold(page, what, over);
        assertThat(placeHint(page)).isVisible();
        page.mouse().up();
        assertThat(page.locator("[data-near]")).isHidden();
    }

    /** Drags one element over another without dropping it. */
    public static void hold(Page page, Locator what, Locator over) {
        BoundingBox from = what.boundingBox();
        BoundingBox to = over.boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(5));
    }
}
