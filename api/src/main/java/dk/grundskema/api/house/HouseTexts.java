package dk.grundskema.api.house;

import dk.grundskema.api.platform.TextFiles;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people, places and sessions are called, in words. */
public final class HouseTexts {
    private HouseTexts() {}

    /** The file of texts in a language, Danish or English. */
    public static ResourceBundle bundle(Locale language) {
        return TextFiles.beside(HouseTexts.class, "messages", language);
    }
}
