package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.service.page.Asset;
import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.List;
import java.util.Map;

/** Renders the page on which the solver is run, and its fragments. */
public final class SolvingPageRenderer {
    private final PageTemplates templates;

    /** @param pageFrame frame around the page */
    public SolvingPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(SolvingPageRenderer.class, "solving", pageFrame);
    }

    /** Renders the page. */
    public String renderPage(Visitor visitor, PlanBar bar, SolvingPage page) {
        PageHead head = PageHead.of(templates.texts().text("planning"), bar)
                .withStyle(Asset.addressOf("solving.css"))
                .withScript("solve.js");
        return templates.renderPage(visitor, head, "planning", Map.of("page", page, "seconds", SolvingPage.SECONDS));
    }

    /** Renders the result of the precheck. */
    public String renderPrecheck(Visitor visitor, List<SolvingIssue> remarks) {
        return renderIssues(visitor, "precheck", remarks);
    }

    /** Renders the remaining issues of the timetable. */
    public String renderRemainingIssues(Visitor visitor, List<SolvingIssue> remarks) {
        return renderIssues(visitor, "left", remarks);
    }

    private String renderIssues(Visitor visitor, String template, List<SolvingIssue> remarks) {
        String list = templates.renderPart(visitor, "remarks", Map.of("remarks", remarks));
        return templates.renderPart(visitor, template, Map.of("remarks", remarks, "list", list));
    }

    /** Renders the changes made by a solve. */
    public String renderChanges(Visitor visitor, List<TimetableChangeFormatter.ChangeCategory> kinds) {
        return templates.renderPart(visitor, "changes", Map.of("kinds", kinds));
    }
}
