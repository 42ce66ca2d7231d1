package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's texts in one language, for what it writes into a demand: titles of sessions, names of groups. Reports and findings need it not, their
 * texts are made at the edge.
 */
public final class PluginTexts {
    private final Texts texts;

    private PluginTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * The texts beside a class, in {@code messages_<language>.properties}.
     *
     * @param plugin   the plugin's class, or another of its package
     * @param language best the problem's
     * @throws java.util.MissingResourceException if there are none
     */
    public static PluginTexts beside(Class<?> plugin, Language language) {
        Locale locale = language.locale();
        var bundle = ResourceBundle.getBundle(
                plugin.getPackageName() + ".messages",
                locale,
                plugin.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new PluginTexts(new Texts(locale, List.of(bundle), id -> id));
    }

    /** Whether there is a text for the key. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /**
     * The text of a key with its arguments filled in; ids stay ids, so give names where people are to read names.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /**
     * What the planner called something, or what it is usually called.
     *
     * @param given the planner's title; {@code null} means that none was given
     * @throws IllegalArgumentException if none was given and there is no such text
     */
    public String orText(@Nullable String given, String key, Object... arguments) {
        return given != null ? given : text(key, arguments);
    }

    /**
     * What a kind of session is called: the text {@code title.kind.<kind>}, which is also what {@link Marks} refers to.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String kind(String kind) {
        return text("title.kind." + kind);
    }
}
