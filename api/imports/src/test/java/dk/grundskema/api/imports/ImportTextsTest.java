package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Import texts exist in Danish and English. */
class ImportTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dk/grundskema/api/imports");
    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?i)mapping|(^|\\s)--\\w|kommando|\\bcommand|ved siden af d|file beside");

    /** Findings of mapping files, which pages do not accept. */
    private static final Set<String> OF_MAPPINGS = Set.of("import.calendar.too-long", "import.mapping.unknown-student");

    private static final Pattern CODE = Pattern.compile("\"(import\\.[a-z.-]+[a-z])\"");

    private static ResourceBundle ownBundle(String language) {
        return ImportTexts.bundles(Locale.of(language)).getFirst();
    }

    static Stream<String> keys() {
        return ownBundle("da").keySet().stream().sorted();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var danish = ImportTexts.bundles(Locale.of("da"));
        var english = ImportTexts.bundles(Locale.of("en"));

        assertThat(danish).hasSameSizeAs(english);
        for (int i = 0; i < danish.size(); i++) {
            assertThat(messageArguments(danish.get(i))).isNotEmpty().isEqualTo(messageArguments(english.get(i)));
        }
    }

    /** Returns all keys except synonyms of headings, which a language may lack. */
    private static Set<String> messageArguments(ResourceBundle bundle) {
        return bundle.keySet().stream().filter(key -> !key.endsWith(".also")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesMentionTheSameArguments(String key) {
        assertThat(arguments("da", key)).isEqualTo(arguments("en", key));
    }

    private static Set<String> arguments(String language, String key) {
        return Pattern.compile("\\{(\\d)")
                .matcher(new MessageFormat(ownBundle(language).getString(key), Locale.of(language)).toPattern())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void noApostropheIsLost(String key) {
        for (String language : Set.of("da", "en")) {
            assertThat(ownBundle(language).getString(key).replace("''", "")).doesNotContain("'");
        }
    }

    @Test
    void everyCodeHasAText() throws IOException {
        var all = ImportTexts.bundles(Locale.of("da")).stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .toList();

        assertThat(all).containsAll(codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void textOnAPageMentionsNoCommandLine(String language) {
        List<ResourceBundle> bundles = ImportTexts.bundles(Locale.of(language));
        assertThat(bundles).allSatisfy(bundle -> {
            for (String key : bundle.keySet()) {
                boolean isSaid = key.startsWith("import.") && !OF_MAPPINGS.contains(key);
                if (isSaid && !bundle.containsKey(key + ".beside")) {
                    assertThat(bundle.getString(key)).as(key).doesNotContainPattern(COMMAND_LINE);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "class", "course", "room"})
    void textsAboutNamesExistForEachKind(String kind) {
        assertThat(keys())
                .contains(
                        "import.%s.variant".formatted(kind),
                        "import.%s.alike".formatted(kind),
                        "import.%s.two-names".formatted(kind),
                        "import.%s.same-name".formatted(kind));
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(codes::add);
            }
        }
        assertThat(codes).hasSizeGreaterThan(30);
        return codes;
    }
}
