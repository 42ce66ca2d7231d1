package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.file.TextBundles;
import java.util.Locale;
import java.util.ResourceBundle;

/** Message texts of cells and fields that cannot be read. */
public final class CellTexts {
    private CellTexts() {}

    /** Returns the message bundle in a language, Danish or English. */
    public static ResourceBundle bundle(Locale language) {
        return TextBundles.load(CellTexts.class, "messages", language);
    }
}
