package dk.grundskema.api.web.app.lists;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Draws the page on which a plan is made of files. */
public final class NewPlanPages {
    private final Area area;

    /** @param frame what stands around it */
    public NewPlanPages(Frame frame) {
        this.area = new Area(NewPlanPages.class, frame);
    }

    /** The page. */
    public String whole(Visitor visitor, NewPlanPage page) {
        Head head = Head.of(area.words().text("new." + page.kind()))
                .style(Asset.address("lists.css"))
                .script("new-plan.js")
                .broad();
        return area.page(visitor, head, "new-plan", Map.of("page", page, "looked", looked(visitor, page)));
    }

    /** Only what came of the files. */
    public String looked(Visitor visitor, NewPlanPage page) {
        var values = new HashMap<String, Object>(Map.of("page", page));
        values.put("looked", page.looked());
        return area.part(visitor, "looked", values);
    }
}
