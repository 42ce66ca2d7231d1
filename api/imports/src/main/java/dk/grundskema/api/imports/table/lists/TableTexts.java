package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.CellTexts;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** Message texts of tables: findings, names and headings of lists. */
public final class TableTexts {
    private TableTexts() {}

    /** Returns the texts in a language, those of cells included. */
    public static Texts forLanguage(Locale language) {
        return new Texts(language, List.of(bundle(language), CellTexts.bundle(language)), Function.identity());
    }

    /** Returns the message bundle in a language. */
    public static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                TableTexts.class.getPackageName() + ".messages",
                language,
                TableTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
