package dk.grundskema.api.service.absence;

import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the pages of absences. */
public final class AbsencePageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public AbsencePageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(AbsencePageRenderer.class, "absences", pageFrame);
    }

    /** Renders the list of absences with the form for a new one. */
    public String renderList(Visitor visitor, PlanBar bar, AbsenceListPage page) {
        return templates.renderPage(visitor, head("absences", bar), "absences", Map.of("page", page));
    }

    /** Renders the vacancies caused by an absence. */
    public String renderAbsence(Visitor visitor, PlanBar bar, AbsencePage page) {
        // Titles contain no names.
        boolean leadsOn = bar.parts().stream().anyMatch(one -> one.name().equals("PUBLISH"));
        return templates.renderPage(
                visitor, head("absence.title", bar), "absence", Map.of("page", page, "leadsOn", leadsOn, "bar", bar));
    }

    private PageHead head(String title, PlanBar bar) {
        return PageHead.of(templates.texts().text(title), bar).withStyle(Asset.addressOf("absences.css"));
    }
}
