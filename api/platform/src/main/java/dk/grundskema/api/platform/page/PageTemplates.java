package dk.grundskema.api.platform.page;

import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.HashMap;
import java.util.Map;

/** Renders pages with the templates and texts of a folder. Templates may use the fragments of the frame's folder. */
public final class PageTemplates {
    private final PageFrame pageFrame;
    private final TemplateTexts templateTexts;
    private final TemplateRenderer templates;

    /**
     * @param beside    class of the package that contains the folder
     * @param folder    folder of templates and texts
     * @param pageFrame frame around the pages
     */
    public PageTemplates(Class<?> beside, String folder, PageFrame pageFrame) {
        this.pageFrame = pageFrame;
        this.templateTexts = TemplateTexts.forFolder(beside, folder, pageFrame.language());
        this.templates =
                new TemplateRenderer(beside, folder, templateTexts).withFragments(PageTemplates.class, "frame");
    }

    /** Returns the texts of the area, for texts that a template cannot select itself. */
    public TemplateTexts texts() {
        return templateTexts;
    }

    /** Renders a whole page. The template gets {@code visitor} in addition to the values. */
    public String renderPage(Visitor visitor, PageHead head, String template, Map<String, ?> values) {
        return pageFrame.renderPage(visitor, head, templateTexts, renderPart(visitor, template, values));
    }

    /** Renders a fragment of a page. The template gets {@code visitor} in addition to the values. */
    public String renderPart(Visitor visitor, String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("visitor", visitor);
        return templates.render(template, all);
    }
}
