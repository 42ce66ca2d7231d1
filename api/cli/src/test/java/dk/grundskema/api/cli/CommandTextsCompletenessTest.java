package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.imports.ImportTexts;
import dk.grundskema.api.planning.PlanningTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Texts of the command line exist in Danish and English, and it prints no other text. */
class CommandTextsCompletenessTest {
    private static final Locale DANISH = Locale.of("da");
    private static final Locale ENGLISH = Locale.of("en");
    private static final Path SOURCES = Path.of("src/main/java/dk/grundskema/api/cli");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,}[,.:]? \\p{L}{2,}");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "options", "usage"})
    void bothLanguagesHaveTheSameKeys(String file) {
        assertThat(CommandTexts.bundle(file, DANISH).keySet())
                .isNotEmpty()
                .isEqualTo(CommandTexts.bundle(file, ENGLISH).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyOptionTextReplacesASharedText(String language) {
        Locale locale = Locale.of(language);
        ResourceBundle own = CommandTexts.bundle("options", locale);
        var others = new ArrayList<>(ImportTexts.bundles(locale));
        others.add(PlanningTexts.load(locale));
        for (String key : own.keySet()) {
            ResourceBundle other = others.stream()
                    .filter(one -> one.containsKey(key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " is told to nobody"));
            assertThat(placeholders(other, key)).containsAll(placeholders(own, key));
        }
    }

    static Stream<String> messageKeys() {
        return CommandTexts.bundle("messages", DANISH).keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("messageKeys")
    void bothLanguagesMentionTheSameArguments(String key) {
        assertThat(placeholders(DANISH, key)).isEqualTo(placeholders(ENGLISH, key));
    }

    /** Returns the arguments of a text: those whose absence leaves a placeholder in the output. */
    private static Set<Integer> placeholders(Locale language, String key) {
        return placeholders(CommandTexts.bundle("messages", language), key);
    }

    private static Set<Integer> placeholders(ResourceBundle bundle, String key) {
        var format = new MessageFormat(bundle.getString(key), bundle.getLocale());
        assertThat(format.toPattern()).isNotEmpty();
        return Pattern.compile("\\{(\\d)")
                .matcher(format.toPattern())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("messageKeys")
    void everyTextIsUsed(String key) throws IOException {
        String findingOfEnum = key.replaceFirst("findings\\.(ERROR|WARNING|INFO)", "findings.");

        assertThat(sources()).contains("\"" + findingOfEnum + "\"");
    }

    @Test
    void everyKeyThatIsAskedForHasAText() throws IOException {
        var keys = CommandTexts.bundle("messages", DANISH).keySet();
        var families = keys.stream().map(CommandTextsCompletenessTest::family).collect(Collectors.toSet());
        var asked = STRING.matcher(sources())
                .results()
                .map(MatchResult::group)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(literal -> literal.matches("[a-z]+\\.[a-z-]+") && families.contains(family(literal)))
                .toList();

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(keys).containsAll(asked);
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyCommandOptionAndFileIsExplained(String language) {
        for (String command : List.of(
                "",
                "import",
                "next-term",
                "solve",
                "check",
                "change",
                "assess",
                "sheets",
                "calendars",
                "template",
                "schema",
                "plugins",
                "plugins verify",
                "plugins accept",
                "demo")) {
            var args = Stream.of((command + " --help --lang " + language).split(" "))
                    .filter(arg -> !arg.isEmpty());
            var help = CommandRunner.inFolder(Path.of(""), new FakePlanningFacade())
                    .run(args.toArray(String[]::new));

            assertThat(help.code()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out())
                    .as("%s: an option or file without a word on it, beside it or below", command)
                    .doesNotContainPattern(
                            "(?m)^ {2,8}(-\\S+, )?(--\\S+|[A-Z]+(\\.json)?|problem\\|timetable\\S*) *\\n(?! {20,}\\S)");
            assertThat(help.out()).as("picocli interprets per cent signs").doesNotContain("%");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void allExitCodesAreExplained(String language) {
        var help = CommandRunner.inFolder(Path.of(""), new FakePlanningFacade())
                .run("solve", "--help", "--lang", language);

        for (ExitStatus outcome : ExitStatus.values()) {
            assertThat(help.out()).containsPattern("(?m)^ +" + outcome.code() + " +\\p{L}");
        }
    }

    @Test
    void noSentenceForTheUserStandsInTheCode() throws IOException {
        var sentences = Arrays.stream(sources().split("\n"))
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/*"))
                .flatMap(line -> STRING.matcher(line.replaceFirst(" // .*", ""))
                        .results()
                        .map(MatchResult::group))
                .filter(literal -> TWO_WORDS.matcher(literal).find())
                .filter(literal -> !isForProgrammers(literal))
                .toList();

        assertThat(sentences).isEmpty();
    }

    /** Messages of exceptions, which only {@code --verbose} shows in full. */
    private static boolean isForProgrammers(String literal) {
        return literal.contains("\\nMaybe ") || literal.startsWith("\"The ");
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
