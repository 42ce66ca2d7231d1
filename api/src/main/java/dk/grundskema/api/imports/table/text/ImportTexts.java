package dk.grundskema.api.imports.table.text;

import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** The texts of tables: what is wrong with them, and names and headings of lists. */
public final class ImportTexts {
    private ImportTexts() {}

    /** The texts in a language. */
    public static Texts in(Locale language) {
        return new Texts(language, List.of(bundle(language)), Function.identity());
    }

    /** The file of texts in a language. */
    public static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                ImportTexts.class.getPackageName() + ".messages",
                language,
                ImportTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
