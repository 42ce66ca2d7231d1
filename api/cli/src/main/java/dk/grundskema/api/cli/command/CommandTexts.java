package dk.grundskema.api.cli.command;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Determines the language of the output and loads the texts of the command line. */
public final class CommandTexts {
    /** Supported languages. */
    public static final List<String> LANGUAGES = List.of("da", "en");

    private static final String OPTION = "--lang";

    private CommandTexts() {}

    /** Returns the language of the arguments, otherwise that of the environment, otherwise Danish. */
    public static Locale detectLanguage(String[] args, Map<String, String> environment) {
        String asked = languageOption(args);
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

    /** Searched before the arguments are parsed, because parse errors are reported in that language too. */
    private static @Nullable String languageOption(String[] args) {
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

    /** Returns the texts of the command line. */
    public static Texts forLanguage(Locale language) {
        return new Texts(
                language,
                List.of(bundle("options", language), bundle("messages", language), PlanningTexts.load(language)),
                Function.identity());
    }

    /** Returns a resource bundle from this package. */
    public static ResourceBundle bundle(String name, Locale language) {
        return TextBundles.load(CommandTexts.class, name, language);
    }
}
