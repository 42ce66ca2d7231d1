package dk.grundskema.api.web.app.publishing;

import dk.grundskema.api.web.app.Area;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.Head;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.Visitor;
import java.util.Map;

/** Draws the pages of publishing and of handing out links. */
public final class PublishPages {
    private final Area area;
    private final PublishWords say;

    /** @param frame what stands around them */
    public PublishPages(Frame frame) {
        this.area = new Area(PublishPages.class, frame);
        this.say = new PublishWords(area.words());
    }

    /** The page on which a plan is published. */
    public String publish(Visitor visitor, PlanBar bar, PublishPage page) {
        return area.page(visitor, head("publish", bar), "publish", Map.of("page", page, "bar", bar, "say", say));
    }

    /** The page with all links. */
    public String links(Visitor visitor, PlanBar bar, LinksPage page) {
        return area.page(
                visitor, head("links", bar).script("links.js"), "links", Map.of("page", page, "bar", bar, "say", say));
    }

    /** A link alone, as it stands among all others. */
    public String link(Visitor visitor, LinksPage.Link link) {
        return area.part(visitor, "link", Map.of("link", link, "say", say));
    }

    private Head head(String title, PlanBar bar) {
        return Head.of(area.words().text(title), bar).style("publishing.css");
    }
}
