package dk.grundskema.api.web.app.shelf;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the page of what becomes of plans as wholes. */
public final class ShelfPages {
    private final Area area;

    /** @param frame what stands around it */
    public ShelfPages(Frame frame) {
        this.area = new Area(ShelfPages.class, frame);
    }

    /** The page. */
    public String shelf(Visitor visitor, ShelfPage page) {
        Head head = Head.of(area.words().text("shelf")).style("people.css");
        return area.page(visitor, head, "shelf", Map.of("page", page));
    }
}
