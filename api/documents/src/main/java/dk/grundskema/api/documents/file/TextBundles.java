package dk.grundskema.api.documents.file;

import java.util.Locale;
import java.util.ResourceBundle;

/** Loads message bundles of a package. */
public final class TextBundles {
    private TextBundles() {}

    /**
     * Returns the bundle of exactly one language, without fallback to another language.
     *
     * @param beside a class of the package that holds the bundle
     * @param name   the bundle's base name
     * @throws java.util.MissingResourceException if the bundle does not exist in that language
     */
    public static ResourceBundle load(Class<?> beside, String name, Locale language) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + "." + name,
                language,
                beside.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
