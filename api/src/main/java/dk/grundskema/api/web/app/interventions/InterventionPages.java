package dk.grundskema.api.web.app.interventions;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.List;
import java.util.Map;

/** Draws the pages with what is planned. */
public final class InterventionPages {
    private final Area area;

    /** @param frame what stands around them */
    public InterventionPages(Frame frame) {
        this.area = new Area(InterventionPages.class, frame);
    }

    private Head head(String title, PlanBar bar) {
        return Head.of(title, bar).style(Asset.address("interventions.css"));
    }

    /** The page with what is planned. */
    public String all(Visitor visitor, PlanBar bar, InterventionsPage page) {
        return area.page(visitor, head(area.words().text("all"), bar), "all", Map.of("page", page));
    }

    /** The page on which a type is chosen. */
    public String types(Visitor visitor, PlanBar bar, List<InterventionsPage.Type> types) {
        return area.page(
                visitor, head(area.words().text("types"), bar), "types", Map.of("plan", bar.plan(), "types", types));
    }

    /** The page on which one is typed. */
    public String form(Visitor visitor, PlanBar bar, FormPage page) {
        String title = page.title().isEmpty() ? page.typeName() : page.title();
        return area.page(visitor, head(title, bar), "form", Map.of("page", page));
    }

    /** The page that asks before something is taken away. */
    public String removal(Visitor visitor, PlanBar bar, long version, InterventionsPage.Planned one) {
        return area.page(
                visitor,
                head(area.words().text("remove"), bar),
                "removal",
                Map.of("plan", bar.plan(), "version", version, "one", one));
    }
}
