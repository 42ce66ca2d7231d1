package dk.grundskema.api.web.app.loads;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the page with how much everybody works and rests. */
public final class LoadsPages {
    private final Area area;
    private final LoadsWords say;

    /** @param frame what stands around it */
    public LoadsPages(Frame frame) {
        this.area = new Area(LoadsPages.class, frame);
        this.say = new LoadsWords(area.words());
    }

    /** The page. */
    public String loads(Visitor visitor, PlanBar bar, LoadsPage page) {
        Head head = Head.of(area.words().text("loads"), bar)
                .style(Asset.address("loads.css"))
                .broad()
                .fresh();
        Map<String, ?> values = Map.of(
                "page", page, "say", say, "orders", LoadsPage.Order.values(), "planning", bar.address(PlanPart.PLAN));
        return area.page(visitor, head, "loads", values);
    }
}
