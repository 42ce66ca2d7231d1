package dk.grundskema.api.exports.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the templates of a package. Values are escaped, except those that a template has rendered itself. */
public final class TemplateRenderer {
    private final TemplateEngine engine = new TemplateEngine();
    private final TemplateTexts texts;

    /**
     * @param beside class of the package that contains the folder
     * @param folder folder of the templates; empty for the package itself
     * @param texts  texts of the templates
     */
    public TemplateRenderer(Class<?> beside, String folder, TemplateTexts texts) {
        this.texts = texts;
        engine.setTemplateResolver(resolver(beside, folder, 1));
    }

    private static ClassLoaderTemplateResolver resolver(Class<?> beside, String folder, int order) {
        var resolver = new ClassLoaderTemplateResolver(beside.getClassLoader());
        resolver.setPrefix(beside.getPackageName().replace('.', '/') + "/" + (folder.isEmpty() ? "" : folder + "/"));
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(order);
        resolver.setCheckExistence(true);
        return resolver;
    }

    /**
     * Adds fragments that several folders share. A template of the same name in the folder itself comes first.
     *
     * @param beside class of the package that contains the folder of the fragments
     * @param folder folder of the fragments
     */
    public TemplateRenderer withFragments(Class<?> beside, String folder) {
        engine.addTemplateResolver(resolver(beside, folder, 2));
        return this;
    }

    /** Returns the rendered template; {@code texts} is always among its values. */
    public String render(String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("texts", texts);
        return engine.process(template, new Context(Locale.of(texts.language()), all));
    }

    /** Returns the texts of the templates. */
    public TemplateTexts texts() {
        return texts;
    }
}
