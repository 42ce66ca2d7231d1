package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the page on which plans are managed as a whole. */
public final class ShelfPageRenderer {
    private final PageTemplates area;

    /** @param frame frame around the page */
    public ShelfPageRenderer(PageFrame frame) {
        this.area = new PageTemplates(ShelfPageRenderer.class, "shelf", frame);
    }

    /** Renders the page. */
    public String renderShelf(Visitor visitor, ShelfPage page) {
        PageHead head = PageHead.of(area.words().text("shelf")).withStyle("people.css");
        return area.renderPage(visitor, head, "shelf", Map.of("page", page));
    }
}
