package dk.grundskema.api.exports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Draws with the templates of a package. What is put into them is escaped, but for what a template itself has drawn. */
public final class Templates {
    private final TemplateEngine engine = new TemplateEngine();
    private final Words words;

    /**
     * @param beside class of the package in which the templates lie
     * @param words  what they say
     */
    public Templates(Class<?> beside, Words words) {
        this.words = words;
        var resolver = new ClassLoaderTemplateResolver(beside.getClassLoader());
        resolver.setPrefix(beside.getPackageName().replace('.', '/') + "/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** What a template makes of the values; {@code words} is always among them. */
    public String draw(String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("words", words);
        return engine.process(template, new Context(Locale.of(words.language()), all));
    }

    Words words() {
        return words;
    }
}
