package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the page on which plans are managed as a whole. */
public final class ShelfPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the page */
    public ShelfPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(ShelfPageRenderer.class, "shelf", pageFrame);
    }

    /** Renders the page. */
    public String renderShelf(Visitor visitor, ShelfPage page) {
        PageHead head = PageHead.of(templates.texts().text("shelf")).withStyle("people.css");
        return templates.renderPage(visitor, head, "shelf", Map.of("page", page));
    }
}
