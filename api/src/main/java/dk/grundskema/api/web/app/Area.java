package dk.grundskema.api.web.app;

import dk.grundskema.api.exports.Templates;
import dk.grundskema.api.exports.Words;
import java.util.HashMap;
import java.util.Map;

/** Draws the pages of an area with the templates and texts that lie beside a class of it. */
public final class Area {
    private final Frame frame;
    private final Words words;
    private final Templates templates;

    /**
     * @param beside class of the package in which templates and texts lie
     * @param frame  what stands around them
     */
    public Area(Class<?> beside, Frame frame) {
        this.frame = frame;
        this.words = Words.beside(beside, frame.language());
        this.templates = new Templates(beside, words);
    }

    /** What the area says, for what a template can't say alone. */
    public Words words() {
        return words;
    }

    /** A whole page; the template has {@code visitor} besides the values. */
    public String page(Visitor visitor, Head head, String template, Map<String, ?> values) {
        return frame.page(visitor, head, part(visitor, template, values));
    }

    /** A part of a page alone; the template has {@code visitor} besides the values. */
    public String part(Visitor visitor, String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("visitor", visitor);
        return templates.draw(template, all);
    }
}
