package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** Texts of exported files and of what they cannot express. */
public final class ProgramTexts {
    private ProgramTexts() {}

    /** Returns the texts in a language, Danish or English. */
    public static ResourceBundle bundle(Locale language) {
        return TextBundles.load(ProgramTexts.class, "messages", language);
    }

    /** Returns the texts in a language, for findings of exports alone. */
    public static Texts forLanguage(Locale language) {
        return new Texts(language, List.of(bundle(language)), Function.identity());
    }
}
