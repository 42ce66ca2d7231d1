package dk.grundskema.api.planning;

import dk.grundskema.api.documents.file.TextBundles;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts with the names of people, places and sessions. */
public final class PlanningTexts {
    private PlanningTexts() {}

    /** Returns the texts in a language, Danish or English. */
    public static ResourceBundle load(Locale language) {
        return TextBundles.load(PlanningTexts.class, "messages", language);
    }
}
