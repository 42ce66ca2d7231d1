package dk.grundskema.api.service.timetable;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the page from which sheets are printed. */
public final class PrintPageRenderer {
    private final PageTemplates area;

    /** @param frame frame around the page */
    public PrintPageRenderer(PageFrame frame) {
        this.area = new PageTemplates(PrintPageRenderer.class, "print", frame);
    }

    /** Renders the page. */
    public String renderPrint(Visitor visitor, PlanBar bar, PrintPage page) {
        PageHead head = PageHead.of(area.words().text("print"), bar);
        return area.renderPage(visitor, head.withStyle("print.css"), "print", Map.of("page", page));
    }
}
