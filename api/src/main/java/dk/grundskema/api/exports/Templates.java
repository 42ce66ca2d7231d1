package dk.grundskema.api.exports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Draws with the templates beside this class. What is put into them is escaped, but for what a template itself has drawn. */
final class Templates {
    private final TemplateEngine engine = new TemplateEngine();
    private final Words words;

    Templates(Words words) {
        this.words = words;
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(Templates.class.getPackageName().replace('.', '/') + "/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** What a template makes of the values; {@code words} is always among them. */
    String draw(String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("words", words);
        return engine.process(template, new Context(Locale.of(words.language()), all));
    }

    Words words() {
        return words;
    }
}
