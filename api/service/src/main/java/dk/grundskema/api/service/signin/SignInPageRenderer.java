package dk.grundskema.api.service.signin;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the sign-in pages. */
public final class SignInPageRenderer {
    private final PageTemplates area;

    /** @param frame layout around the pages */
    public SignInPageRenderer(PageFrame frame) {
        this.area = new PageTemplates(SignInPageRenderer.class, "door", frame);
    }

    /** Returns the sign-in page. */
    public String renderSignIn(Visitor visitor, SignInPage page) {
        return area.renderPage(visitor, PageHead.of(area.words().text("sign-in")), "sign-in", Map.of("page", page));
    }

    /** Returns the page for creating the first administrator. */
    public String renderFirstStart(Visitor visitor, FirstStartPage page) {
        return area.renderPage(
                visitor, PageHead.of(area.words().text("first-start")), "first-start", Map.of("page", page));
    }
}
