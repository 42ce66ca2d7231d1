package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The files that are drawn, and the page that leads to them. */
final class SheetSet {
    private final Templates templates;
    private final Style style;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final IndexPage index = new IndexPage();

    SheetSet(Templates templates, Style style) {
        this.templates = templates;
        this.style = style;
    }

    /** One file for each, and one with all where there are several. */
    <T> void group(String sort, List<T> all, Paper paper, BiFunction<T, Integer, Link> link, Function<T, String> body) {
        var links = new ArrayList<Link>();
        var bodies = new StringBuilder();
        for (T one : all) {
            Link file = link.apply(one, links.size() + 1);
            String drawn = body.apply(one);
            put(file.file(), file.label(), paper, drawn);
            links.add(file);
            bodies.append(drawn);
        }
        String together = links.size() > 1 ? sort + ".html" : "";
        if (!together.isEmpty()) {
            put(together, templates.words().text("index." + sort), paper, bodies.toString());
        }
        index.add("index." + sort, links, together);
    }

    /** A page that leads back to the index. */
    void put(String file, String title, Paper paper, String body) {
        put(file, title, paper, body, true);
    }

    /** The index itself. */
    void putIndex(String file, String title, String body) {
        put(file, title, Paper.A4_PORTRAIT, body, false);
    }

    private void put(String file, String title, Paper paper, String body, boolean back) {
        String page = templates.draw(
                "shell",
                Map.of("title", title, "style", style.on(paper), "paper", paper.style(), "body", body, "back", back));
        files.put(file, page.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is no page. */
    void put(String file, byte[] content) {
        files.put(file, content);
    }

    IndexPage index() {
        return index;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }
}
