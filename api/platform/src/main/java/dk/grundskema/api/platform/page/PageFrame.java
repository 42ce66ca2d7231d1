package dk.grundskema.api.platform.page;

import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Renders the frame around every page in one language: signed-in visitor, parts of the plan, styles and scripts. Thread-safe. */
public final class PageFrame {
    private final Locale language;
    private final TemplateTexts templateTexts;
    private final TemplateRenderer templates;

    /** @param language Danish or English */
    public PageFrame(Locale language) {
        this.language = language;
        this.templateTexts = TemplateTexts.forFolder(PageFrame.class, "frame", language);
        this.templates = new TemplateRenderer(PageFrame.class, "frame", templateTexts);
    }

    Locale language() {
        return language;
    }

    /** Renders a page that contains only a message, for example why a request was refused. */
    String renderNotice(Visitor visitor, String heading, List<String> sentences) {
        return renderPage(
                visitor,
                PageHead.ofTitle(heading),
                templateTexts,
                templates.render("notice", Map.of("heading", heading, "sentences", sentences)));
    }

    /**
     * Renders the notice above a page about changes made to the plan since the page was rendered.
     *
     * @param version current version of the plan
     * @param news    sentences, latest first
     * @param isOwn   whether the visitor made all of the changes, so that no notice is shown
     */
    String renderNews(long version, List<String> news, boolean isOwn) {
        return templates.render("news", Map.of("version", version, "news", news, "own", isOwn));
    }

    /**
     * Renders the frame around a body that is already rendered.
     *
     * @param texts texts of the page's folder, for its title
     */
    String renderPage(Visitor visitor, PageHead head, TemplateTexts texts, String body) {
        var values = new HashMap<String, Object>(Map.of(
                "visitor",
                visitor,
                "head",
                head,
                "title",
                head.fullTitle(texts),
                "body",
                body,
                "htmx",
                Asset.addressOf("htmx.js"),
                "icon",
                Asset.addressOf("icon.svg"),
                "styles",
                Stream.concat(Stream.of("app.css"), head.styles().stream())
                        .map(one -> one.startsWith("/") ? one : Asset.addressOf(one))
                        .toList(),
                "scripts",
                Stream.concat(Stream.of("app.js", "news.js"), head.scripts().stream())
                        .map(Asset::addressOf)
                        .toList()));
        values.put("bar", head.plan());
        return templates.render("frame", values);
    }
}
