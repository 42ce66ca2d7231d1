package dk.grundskema.api.service.signin;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the sign-in pages. */
public final class SignInPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame layout around the pages */
    public SignInPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(SignInPageRenderer.class, "door", pageFrame);
    }

    /** Returns the sign-in page. */
    public String renderSignIn(Visitor visitor, SignInPage page) {
        return templates.renderPage(
                visitor, PageHead.of(templates.texts().text("sign-in")), "sign-in", Map.of("page", page));
    }

    /** Returns the page for creating the first administrator. */
    public String renderFirstStart(Visitor visitor, FirstStartPage page) {
        return templates.renderPage(
                visitor, PageHead.of(templates.texts().text("first-start")), "first-start", Map.of("page", page));
    }
}
