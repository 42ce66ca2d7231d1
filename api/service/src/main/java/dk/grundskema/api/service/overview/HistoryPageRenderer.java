package dk.grundskema.api.service.overview;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the pages with history, revisions and related plans. */
public final class HistoryPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the pages */
    public HistoryPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(HistoryPageRenderer.class, "history", pageFrame);
    }

    /** Renders the page with all revisions. */
    public String renderHistory(Visitor visitor, PlanBar bar, HistoryPage page) {
        return templates.renderPage(
                visitor,
                head(templates.texts().text("history"), bar).withAutoRefresh(),
                "history",
                Map.of("page", page));
    }

    /** Renders the page of one revision. */
    public String renderRevision(Visitor visitor, PlanBar bar, RevisionComparisonPage page) {
        String title = templates.texts().text("revision", page.step().number());
        PageHead head = head(title, bar).withFullWidth();
        return templates.renderPage(
                visitor,
                page.looks().isEmpty() ? head : head.withStyle(page.looks()),
                "revision",
                Map.of("page", page, "heading", title));
    }

    /** Renders the page with related plans. */
    public String renderScenarios(Visitor visitor, PlanBar bar, ScenariosPage page) {
        PageHead head =
                head(templates.texts().text("scenarios"), bar).withFullWidth().withAutoRefresh();
        return templates.renderPage(
                visitor,
                page.looks().isEmpty() ? head : head.withStyle(page.looks()),
                "scenarios",
                Map.of("page", page, "bar", bar));
    }

    private static PageHead head(String title, PlanBar bar) {
        return PageHead.of(title, bar).withStyle("history.css");
    }
}
