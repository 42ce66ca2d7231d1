package dk.grundskema.api.web.app.camp;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the steps of the camp guide. */
public final class CampPages {
    private final Area area;

    /** @param frame what stands around them */
    public CampPages(Frame frame) {
        this.area = new Area(CampPages.class, frame);
    }

    /** The step with dates and kind. */
    public String dates(Visitor visitor, PlanBar bar, Guide guide, DatesPage page) {
        return area.page(visitor, head(guide, bar), "dates", Map.of("guide", guide, "page", page));
    }

    /** The step with the base timetable. */
    public String days(Visitor visitor, PlanBar bar, Guide guide, DaysPage page) {
        Head broad = head(guide, bar).script("days.js").broad();
        return area.page(visitor, broad, "days", Map.of("guide", guide, "page", page));
    }

    /** The step with teams and adults. */
    public String teams(Visitor visitor, PlanBar bar, Guide guide, TeamsPage page) {
        return area.page(visitor, head(guide, bar), "teams", Map.of("guide", guide, "page", page));
    }

    /** The step with subjects. */
    public String subjects(Visitor visitor, PlanBar bar, Guide guide, SubjectsPage page) {
        return area.page(visitor, head(guide, bar), "subjects", Map.of("guide", guide, "page", page));
    }

    /** The step with rules and wishes. */
    public String rules(Visitor visitor, PlanBar bar, Guide guide, RulesPage page) {
        return area.page(visitor, head(guide, bar), "rules", Map.of("guide", guide, "page", page));
    }

    private Head head(Guide guide, PlanBar bar) {
        return Head.of(area.words().text("step." + guide.shown().word()), bar)
                .style("interventions.css")
                .style("camp.css");
    }
}
