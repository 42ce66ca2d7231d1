package dk.grundskema.api.imports;

import dk.grundskema.api.documents.cell.CellTexts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Message texts of all import findings, those of cells included. */
public final class ImportTexts {
    /** Subpackages with message bundles; the first is this package. Readers with their own texts add their package. */
    private static final List<String> PACKAGES =
            List.of("", ".campsheet", ".mappingfile", ".plansheet", ".systems", ".table.lists");

    private ImportTexts() {}

    /** Returns the message bundles in a language, Danish or English. */
    public static List<ResourceBundle> bundles(Locale language) {
        var own = PACKAGES.stream()
                .map(each -> ResourceBundle.getBundle(
                        ImportTexts.class.getPackageName() + each + ".messages",
                        language,
                        ImportTexts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        return Stream.concat(own, Stream.of(CellTexts.bundle(language))).toList();
    }
}
