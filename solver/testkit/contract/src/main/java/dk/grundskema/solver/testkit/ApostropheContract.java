package dk.grundskema.solver.testkit;

import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Verifies the apostrophes of a plugin's texts, which are patterns: one alone disappears, and four are shown as two. */
final class ApostropheContract {
    private ApostropheContract() {}

    static List<String> complaints(InterventionPlugin<?> plugin) {
        var complaints = new ArrayList<String>();
        for (Locale language : List.of(Locale.of("da"), Locale.of("en"))) {
            var texts = plugin.texts(language);
            for (String key : new TreeSet<>(texts.keySet())) {
                String text = texts.getString(key);
                if (text.contains("''''")) {
                    complaints.add(
                            "The text (%s) in (%s) would show two apostrophes: %s\nMaybe it has twice as many as it needs?"
                                    .formatted(key, language, text));
                } else if (text.replace("''", "")
                        .replaceAll("'[^\\p{L}'\\s]+'", "")
                        .contains("'")) { // quoted signs are meant
                    complaints.add("The text (%s) in (%s) would lose an apostrophe: %s\nMaybe it must be written twice?"
                            .formatted(key, language, text));
                }
            }
        }
        return complaints;
    }
}
