package dk.grundskema.api.web.app.solving;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.List;
import java.util.Map;

/** Draws the page on which the computer plans, and its parts. */
public final class SolvingPages {
    private final Area area;

    /** @param frame what stands around it */
    public SolvingPages(Frame frame) {
        this.area = new Area(SolvingPages.class, frame);
    }

    /** The page. */
    public String page(Visitor visitor, PlanBar bar, SolvingPage page) {
        Head head = Head.of(area.words().text("planning"), bar)
                .style(Asset.address("solving.css"))
                .script("solve.js");
        return area.page(visitor, head, "planning", Map.of("page", page, "seconds", SolvingPage.SECONDS));
    }

    /** What can be said before anybody waits. */
    public String precheck(Visitor visitor, List<Remark> remarks) {
        return remarks(visitor, "precheck", remarks);
    }

    /** What doesn't work out in the timetable. */
    public String left(Visitor visitor, List<Remark> remarks) {
        return remarks(visitor, "left", remarks);
    }

    private String remarks(Visitor visitor, String template, List<Remark> remarks) {
        String list = area.part(visitor, "remarks", Map.of("remarks", remarks));
        return area.part(visitor, template, Map.of("remarks", remarks, "list", list));
    }

    /** What a run changed. */
    public String changes(Visitor visitor, List<ChangeWords.Kind> kinds) {
        return area.part(visitor, "changes", Map.of("kinds", kinds));
    }
}
