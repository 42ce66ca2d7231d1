package dk.grundskema.api.service.importing;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Renders the page on which a plan is created from files. */
public final class NewPlanPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the page */
    public NewPlanPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(NewPlanPageRenderer.class, "new-plan", pageFrame);
    }

    /** Renders the page. */
    public String renderPage(Visitor visitor, NewPlanPage page) {
        PageHead head = PageHead.of(templates.texts().text("new." + page.kind()))
                .withStyle(Asset.addressOf("lists.css"))
                .withScript("new-plan.js")
                .withFullWidth();
        return templates.renderPage(
                visitor, head, "new-plan", Map.of("page", page, "looked", renderPreview(visitor, page)));
    }

    /** Renders only the preview of the files. */
    public String renderPreview(Visitor visitor, NewPlanPage page) {
        var values = new HashMap<String, Object>(Map.of("page", page));
        values.put("looked", page.looked());
        return templates.renderPart(visitor, "looked", values);
    }
}
