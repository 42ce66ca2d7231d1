package dk.grundskema.api.web.app;

import dk.grundskema.api.exports.Templates;
import dk.grundskema.api.exports.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What stands around every page, in a language: who is signed in, the parts of a plan, styles and scripts. Safe to use from several threads. */
public final class Frame {
    private final Locale language;
    private final Templates templates;

    /** @param language Danish or English */
    public Frame(Locale language) {
        this.language = language;
        this.templates = new Templates(Frame.class, Words.beside(Frame.class, language));
    }

    Locale language() {
        return language;
    }

    /** A page that says only why there is nothing else. */
    public String notice(Visitor visitor, String heading, List<String> sentences) {
        return page(
                visitor,
                Head.of(heading),
                templates.draw("notice", Map.of("heading", heading, "sentences", sentences)));
    }

    /**
     * What was done to a plan since a page was drawn, to stand above it.
     *
     * @param version the version that the plan has now
     * @param news    sentences, the latest first
     * @param isOwn   whether the visitor did it all, so that there is nothing to say
     */
    public String news(long version, List<String> news, boolean isOwn) {
        return templates.draw("news", Map.of("version", version, "news", news, "own", isOwn));
    }

    /** A page around what is drawn already. */
    String page(Visitor visitor, Head head, String body) {
        var values = new HashMap<String, Object>(Map.of(
                "visitor",
                visitor,
                "head",
                head,
                "body",
                body,
                "htmx",
                Asset.address("htmx.js"),
                "icon",
                Asset.address("icon.svg"),
                "styles",
                Stream.concat(Stream.of("app.css"), head.styles().stream())
                        .map(one -> one.startsWith("/") ? one : Asset.address(one))
                        .toList(),
                "scripts",
                Stream.concat(Stream.of("app.js", "news.js"), head.scripts().stream())
                        .map(Asset::address)
                        .toList()));
        values.put("bar", head.plan());
        return templates.draw("frame", values);
    }
}
