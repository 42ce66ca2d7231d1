package dk.grundskema.api.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dk.grundskema.api.service.testing.BrowserVisit;
import dk.grundskema.api.service.testing.CampEditingExtension;
import dk.grundskema.api.service.testing.TestPlans;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A refused form takes the focus to its error and keeps its input. */
@Tag("browser")
final class FormRefusalBrowserTest {
    @RegisterExtension
    static final CampEditingExtension CAMPS = new CampEditingExtension();

    @Test
    void refusedFieldTakesTheFocusAndUnsentInputWarnsBeforeLeaving() {
        try (BrowserVisit visit = CAMPS.openAsPlanner("/account")) {
            Page page = visit.page();
            page.getByText("Nyt token").click();
            page.locator("#token").fill("Skolens program");
            page.locator("input[name=scope]:checked").uncheck();
            page.locator("#token").press("Enter");
            assertThat(page.locator("input[name=scope]").first()).isFocused();
            assertThat(page.locator("#token")).hasValue("Skolens program");
            var asked = new ArrayList<String>();
            page.onDialog(one -> {
                asked.add(one.type());
                one.accept();
            });
            page.locator(".brand").click();
            page.waitForURL(url -> url.endsWith("/"));
            assertThat(asked).containsExactly("beforeunload");
            visit.problems(); // refused forms are errors to browsers
        }
    }

    @Test
    void aListThatIsWrongAsAWholeTakesTheFocus() {
        String plan = "/plans/" + TestPlans.planIdOf(CAMPS.makeCamp()).value();
        try (BrowserVisit visit = CAMPS.openAsPlanner(plan + "/interventions/new?type=co-teaching")) {
            Page page = visit.page();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Tilføj indsatsen"))
                    .click();
            assertThat(page.locator("fieldset[data-wrong] > .wrong-here").first())
                    .isInViewport();
            assertThat(page.locator("fieldset[data-wrong]").first()).isFocused();
            visit.problems(); // refused forms are errors to browsers
        }
    }
}
