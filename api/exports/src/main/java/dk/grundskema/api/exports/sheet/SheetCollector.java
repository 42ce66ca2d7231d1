package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.exports.sheet.IndexPage.Link;
import dk.grundskema.api.exports.template.TemplateRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Collects the rendered files and the links of the index page. */
final class SheetCollector {
    private final TemplateRenderer templates;
    private final SheetStyle style;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final IndexPage index = new IndexPage();

    SheetCollector(TemplateRenderer templates, SheetStyle style) {
        this.templates = templates;
        this.style = style;
    }

    /** Adds one file for each element, and one with all of them if there are several. */
    <T> void addGroup(
            String sort, List<T> all, PaperFormat paper, BiFunction<T, Integer, Link> link, Function<T, String> body) {
        var links = new ArrayList<Link>();
        var bodies = new StringBuilder();
        for (T one : all) {
            Link file = link.apply(one, links.size() + 1);
            String rendered = body.apply(one);
            addFile(file.file(), file.label(), paper, rendered);
            links.add(file);
            bodies.append(rendered);
        }
        String together = links.size() > 1 ? sort + ".html" : "";
        if (!together.isEmpty()) {
            addFile(together, templates.texts().text("index." + sort), paper, bodies.toString());
        }
        index.add("index." + sort, links, together);
    }

    /** Adds a page with a link back to the index. */
    void addFile(String file, String title, PaperFormat paper, String body) {
        addFile(file, title, paper, body, true);
    }

    /** Adds the index page. */
    void addIndex(String file, String title, String body) {
        addFile(file, title, PaperFormat.A4_PORTRAIT, body, false);
    }

    private void addFile(String file, String title, PaperFormat paper, String body, boolean back) {
        String page = templates.render(
                "shell",
                Map.of(
                        "title",
                        title,
                        "style",
                        style.cssFor(paper),
                        "paper",
                        paper.style(),
                        "body",
                        body,
                        "back",
                        back));
        files.put(file, page.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file that is not a page. */
    void addFile(String file, byte[] content) {
        files.put(file, content);
    }

    IndexPage index() {
        return index;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }
}
