package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.page.PageFrame;
import dk.grundskema.api.service.page.PageHead;
import dk.grundskema.api.service.page.PageTemplates;
import dk.grundskema.api.service.page.PlanBar;
import dk.grundskema.api.service.page.Visitor;
import java.util.Map;

/** Renders the pages for publishing and for links. */
public final class PublishPageRenderer {
    private final PageTemplates templates;
    private final PublicationFormatter publicationFormatter;

    /** @param pageFrame frame around the pages */
    public PublishPageRenderer(PageFrame pageFrame) {
        this.templates = new PageTemplates(PublishPageRenderer.class, "publishing", pageFrame);
        this.publicationFormatter = new PublicationFormatter(templates.texts());
    }

    /** Renders the page on which a plan is published. */
    public String renderPublish(Visitor visitor, PlanBar bar, PublishPage page) {
        return templates.renderPage(
                visitor,
                head("publish", bar),
                "publish",
                Map.of("page", page, "bar", bar, "say", publicationFormatter));
    }

    /** Renders the page with all links. */
    public String renderLinks(Visitor visitor, PlanBar bar, LinksPage page) {
        return templates.renderPage(
                visitor,
                head("links", bar).withScript("links.js"),
                "links",
                Map.of("page", page, "bar", bar, "say", publicationFormatter));
    }

    /** Renders one link as it appears in the list. */
    public String renderLink(Visitor visitor, LinksPage.LinkRow link) {
        return templates.renderPart(visitor, "link", Map.of("link", link, "say", publicationFormatter));
    }

    private PageHead head(String title, PlanBar bar) {
        return PageHead.of(templates.texts().text(title), bar).withStyle("publishing.css");
    }
}
