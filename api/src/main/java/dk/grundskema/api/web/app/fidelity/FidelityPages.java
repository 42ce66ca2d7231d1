package dk.grundskema.api.web.app.fidelity;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Draws the pages with what the plan gives, and what came of it. */
public final class FidelityPages {
    private final Area area;

    /** @param frame what stands around them */
    public FidelityPages(Frame frame) {
        this.area = new Area(FidelityPages.class, frame);
    }

    private Head head(String key, PlanBar bar) {
        return Head.of(area.words().text(key), bar).style(Asset.address("fidelity.css"));
    }

    /** The page with what the plan gives of what is asked. */
    public String outcome(Visitor visitor, PlanBar bar, OutcomePage page) {
        return area.page(visitor, head("outcome", bar).fresh(), "outcome", Map.of("page", page));
    }

    /** The page with who gets how much of what. */
    public String ledger(Visitor visitor, PlanBar bar, LedgerPage page) {
        return area.page(visitor, head("ledger", bar).fresh(), "ledger", Map.of("page", page));
    }

    /** The page on which what came of a plan's meetings is entered. */
    public String attendance(Visitor visitor, PlanBar bar, AttendancePage page) {
        return area.page(visitor, head("attendance", bar), "attendance", items(visitor, page));
    }

    /** The page on which somebody sees the own meetings, and enters what came of them. */
    public String own(Visitor visitor, AttendancePage page) {
        Head head = Head.of(area.words().text("own")).style(Asset.address("fidelity.css"));
        return area.page(visitor, head, "attendance", items(visitor, page));
    }

    private Map<String, Object> items(Visitor visitor, AttendancePage page) {
        var values = new HashMap<String, Object>(Map.of("page", page));
        values.put("items", page.items().stream().map(one -> item(visitor, one)).toList());
        return values;
    }

    /** What there is to say of a meeting that isn't there, for the place within it that is for that. */
    public String aside(Visitor visitor, AttendancePage.Aside aside) {
        return area.part(visitor, "aside", Map.of("aside", aside));
    }

    /** A meeting of that page alone. */
    public String item(Visitor visitor, AttendancePage.Item item) {
        return area.part(visitor, "item", Map.of("item", item));
    }
}
