package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's texts in one language, for texts that it writes into a demand: titles of sessions, names of groups. Reports and findings do not need
 * it; their texts are resolved when they are shown.
 */
public final class PluginTexts {
    private final Texts texts;

    private PluginTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns the texts in the package of a class, from {@code messages_<language>.properties}.
     *
     * @param plugin   the plugin's class, or another of its package
     * @param language usually the problem's
     * @throws java.util.MissingResourceException if there are none
     */
    public static PluginTexts ofPlugin(Class<?> plugin, Language language) {
        Locale locale = language.locale();
        var bundle = ResourceBundle.getBundle(
                plugin.getPackageName() + ".messages",
                locale,
                plugin.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new PluginTexts(new Texts(locale, List.of(bundle), id -> id));
    }

    /** Returns whether there is a text for the key. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /**
     * Returns the text of a key with its arguments filled in. Ids are not resolved, so pass names where users read the text.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /**
     * Returns the planner's title, or a default text.
     *
     * @param given the planner's title; {@code null} means none
     * @throws IllegalArgumentException if none was given and there is no such text
     */
    public String titleOrText(@Nullable String given, String key, Object... arguments) {
        return given != null ? given : text(key, arguments);
    }

    /**
     * Returns the title of a kind of session: the text {@code title.kind.<kind>}, which {@link DecorationBuilder} also refers to.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String kindTitle(String kind) {
        return text("title.kind." + kind);
    }
}
