package dk.grundskema.api.imports;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of everything that is found in files. */
public final class ImportTexts {
    /** Packages with files of texts, below this one; the first is this one. Readers that have texts of their own add theirs. */
    private static final List<String> PACKAGES = List.of("", ".mapping", ".systems", ".table.text");

    private ImportTexts() {}

    /** The files of texts in a language, Danish or English. */
    public static List<ResourceBundle> bundles(Locale language) {
        return PACKAGES.stream()
                .map(each -> ResourceBundle.getBundle(
                        ImportTexts.class.getPackageName() + each + ".messages",
                        language,
                        ImportTexts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }
}
