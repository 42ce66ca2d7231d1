package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the steps of the camp guide. */
public final class CampGuideRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public CampGuideRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(CampGuideRenderer.class, "camp", pageFrame);
    }

    /** Renders the step with dates and kind. */
    public String renderDates(Visitor visitor, PlanBar bar, CampGuideView guide, CampDatesPage page) {
        return templates.renderPage(visitor, head(guide, bar), "dates", Map.of("guide", guide, "page", page));
    }

    /** Renders the step with the base timetable. */
    public String renderDays(Visitor visitor, PlanBar bar, CampGuideView guide, CampDaysPage page) {
        PageHead broad = head(guide, bar).withScript("days.js").withFullWidth();
        return templates.renderPage(visitor, broad, "days", Map.of("guide", guide, "page", page));
    }

    /** Renders the step with teams and adults. */
    public String renderTeams(Visitor visitor, PlanBar bar, CampGuideView guide, CampTeamsPage page) {
        return templates.renderPage(visitor, head(guide, bar), "teams", Map.of("guide", guide, "page", page));
    }

    /** Renders the step with subjects. */
    public String renderSubjects(Visitor visitor, PlanBar bar, CampGuideView guide, CampSubjectsPage page) {
        return templates.renderPage(visitor, head(guide, bar), "subjects", Map.of("guide", guide, "page", page));
    }

    /** Renders the step with rules and wishes. */
    public String renderRules(Visitor visitor, PlanBar bar, CampGuideView guide, CampRulesPage page) {
        return templates.renderPage(visitor, head(guide, bar), "rules", Map.of("guide", guide, "page", page));
    }

    private PageHead head(CampGuideView guide, PlanBar bar) {
        return PageHead.of(templates.texts().text("step." + guide.shown().word()), bar)
                .withStyle("interventions.css")
                .withStyle("camp.css");
    }
}
