package dk.grundskema.api.web.app.absences;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Asset;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the pages on which it is said who is away, and found who takes over. */
public final class AbsencesPages {
    private final Area area;

    /** @param frame what stands around them */
    public AbsencesPages(Frame frame) {
        this.area = new Area(AbsencesPages.class, frame);
    }

    /** Who is away, and the form for somebody more. */
    public String absences(Visitor visitor, PlanBar bar, AbsencesPage page) {
        return area.page(visitor, head("absences", bar), "absences", Map.of("page", page));
    }

    /** What an absence leaves open. */
    public String absence(Visitor visitor, PlanBar bar, AbsencePage page) {
        // Nobody's name is in a title.
        boolean leadsOn = bar.parts().stream().anyMatch(one -> one.name().equals("PUBLISH"));
        return area.page(
                visitor, head("absence.title", bar), "absence", Map.of("page", page, "leadsOn", leadsOn, "bar", bar));
    }

    private Head head(String title, PlanBar bar) {
        return Head.of(area.words().text(title), bar).style(Asset.address("absences.css"));
    }
}
