package dk.grundskema.api.platform.http;

import dk.grundskema.api.documents.file.TextBundles;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of a feature. Each feature with texts declares one instance as a bean. */
@FunctionalInterface
public interface FeatureTexts {
    /** Returns the texts in a language. */
    List<ResourceBundle> load(Locale language);

    /** Returns the texts in the files {@code messages_da.properties} and {@code messages_en.properties} of the package that contains {@code beside}. */
    static FeatureTexts beside(Class<?> beside) {
        return language -> List.of(TextBundles.load(beside, "messages", language));
    }
}
