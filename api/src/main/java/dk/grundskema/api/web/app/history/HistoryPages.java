package dk.grundskema.api.web.app.history;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the pages of what was done to a plan, and of those that belong together. */
public final class HistoryPages {
    private final Area area;

    /** @param frame what stands around them */
    public HistoryPages(Frame frame) {
        this.area = new Area(HistoryPages.class, frame);
    }

    /** The page with all revisions. */
    public String history(Visitor visitor, PlanBar bar, HistoryPage page) {
        return area.page(visitor, head(area.words().text("history"), bar).fresh(), "history", Map.of("page", page));
    }

    /** The page of one revision. */
    public String revision(Visitor visitor, PlanBar bar, RevisionPage page) {
        String title = area.words().text("revision", page.step().number());
        Head head = head(title, bar).broad();
        return area.page(
                visitor,
                page.looks().isEmpty() ? head : head.style(page.looks()),
                "revision",
                Map.of("page", page, "heading", title));
    }

    /** The page with plans that belong together. */
    public String scenarios(Visitor visitor, PlanBar bar, ScenariosPage page) {
        Head head = head(area.words().text("scenarios"), bar).broad().fresh();
        return area.page(
                visitor,
                page.looks().isEmpty() ? head : head.style(page.looks()),
                "scenarios",
                Map.of("page", page, "bar", bar));
    }

    private static Head head(String title, PlanBar bar) {
        return Head.of(title, bar).style("history.css");
    }
}
