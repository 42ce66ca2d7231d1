package dk.grundskema.api.service.timetable;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the page from which sheets are printed. */
public final class PrintPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the page */
    public PrintPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(PrintPageRenderer.class, "print", pageFrame);
    }

    /** Renders the page. */
    public String renderPrint(Visitor visitor, PlanBar bar, PrintPage page) {
        PageHead head = PageHead.of(templates.texts().text("print"), bar);
        return templates.renderPage(visitor, head.withStyle("print.css"), "print", Map.of("page", page));
    }
}
