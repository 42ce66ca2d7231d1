package dk.grundskema.api.web.app.print;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the page from which sheets are printed. */
public final class PrintPages {
    private final Area area;

    /** @param frame what stands around it */
    public PrintPages(Frame frame) {
        this.area = new Area(PrintPages.class, frame);
    }

    /** The page from which sheets are printed. */
    public String print(Visitor visitor, PlanBar bar, PrintPage page) {
        Head head = Head.of(area.words().text("print"), bar);
        return area.page(visitor, head.style("print.css"), "print", Map.of("page", page));
    }
}
