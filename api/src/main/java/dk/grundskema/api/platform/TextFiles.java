package dk.grundskema.api.platform;

import java.util.Locale;
import java.util.ResourceBundle;

/** Files of texts that lie beside classes. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * A file of texts in one language; another language never stands in for it.
     *
     * @param beside class of the package in which the file lies
     * @param name   its name up to the language
     * @throws java.util.MissingResourceException if there is none in that language
     */
    public static ResourceBundle beside(Class<?> beside, String name, Locale language) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + "." + name,
                language,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
