package dk.grundskema.api.cli;

import dk.grundskema.api.house.HouseTexts;
import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which language the user is spoken to in, and the command line's own texts in it. */
final class Speech {
    /** The languages that there are texts in. */
    static final List<String> LANGUAGES = List.of("da", "en");

    private static final String OPTION = "--lang";

    private Speech() {}

    /** The language that the arguments ask for, else that of the environment, else Danish. */
    static Locale language(String[] args, Map<String, String> environment) {
        String asked = option(args);
        if (asked != null && LANGUAGES.contains(asked)) {
            return Locale.of(asked);
        }
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("en"))
                .map(value -> Locale.of("en"))
                .orElse(Locale.of("da"));
    }

    /** Looked up before the arguments are parsed, for what is wrong with them is said in that language too. */
    private static @Nullable String option(String[] args) {
        String found = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                found = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                found = args[i + 1];
            }
        }
        return found;
    }

    /** The command line's own texts. */
    static Texts own(Locale language) {
        return new Texts(
                language,
                List.of(bundle("options", language), bundle("messages", language), HouseTexts.bundle(language)),
                Function.identity());
    }

    /** A file of texts beside this class. */
    static ResourceBundle bundle(String name, Locale language) {
        return TextFiles.beside(Speech.class, name, language);
    }
}
