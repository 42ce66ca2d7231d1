package dk.grundskema.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.place.RoomKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTextsTest {
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @ParameterizedTest
    @MethodSource("codesInTheSources")
    void everyCodeHasASentenceInBothLanguages(String code) {
        assertThat(texts("da").keySet()).contains(code);
        assertThat(texts("en").keySet()).contains(code);
    }

    static Set<String> codesInTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var codes = new TreeSet<String>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(codes::add);
            }
            assertThat(codes).hasSizeGreaterThan(20).contains("value.blank", "reference.to-nobody");
            return codes;
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts("da").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        assertThat(texts("en").keySet())
                .allSatisfy(key -> assertThat(placeholders("da", key)).isEqualTo(placeholders("en", key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyTextIsAValidPatternWithoutSingleApostrophes(String language) {
        assertThat(texts(language).keySet()).allSatisfy(key -> {
            String pattern = texts(language).getString(key);
            new MessageFormat(pattern, Locale.of(language));
            assertThat(pattern.replace("''", "")).doesNotContain("'");
            assertThat(pattern).isNotBlank();
        });
    }

    @Test
    void danishTextsDifferFromEnglishOnes() {
        assertThat(texts("da").keySet().stream()
                        .filter(key -> !key.startsWith("enum."))
                        .filter(key ->
                                texts("da").getString(key).equals(texts("en").getString(key))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyChoiceHasAName(String language) {
        Stream.of(Level.values(), Severity.values(), Language.values(), Group.Kind.values(), Wish.Kind.values())
                .flatMap(Stream::of)
                .forEach(each -> assertThat(texts(language).keySet()).contains("enum." + each.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void nameOfARoomKindIsReadAsThatKind(String language) {
        for (RoomKind kind : RoomKind.values()) {
            String called = texts(language).getString("enum." + kind.name());
            assertThat(RoomKind.findByName(called)).contains(kind);
            assertThat(RoomKind.findByName(called.toUpperCase(Locale.ROOT))).contains(kind);
            assertThat(RoomKind.findByName(kind.toString())).contains(kind);
            assertThat(RoomKind.of(kind.toString())).contains(kind);
        }
        assertThat(RoomKind.findByName("blå banan")).isEmpty();
        var finding = Finding.error("reference.to-nobody", "", RoomKind.toFindingArgument("dining-hall"));
        assertThat(textsOf(language).sentenceOf(finding))
                .contains(texts(language).getString("enum.DINING_HALL"));
        assertThat(RoomKind.toFindingArgument("blå banan")).isEqualTo("blå banan");
    }

    @Test
    void argumentsAreFormattedInTheLanguageOfTheSentence() {
        var finding = Finding.error("value.out-of-range", "/contractHours", 60.5, 0.0, 60.0);
        assertThat(textsOf("da").sentenceOf(finding))
                .isEqualTo("60,5 er ikke muligt; tallet skal være fra 0 til 60. Ret det.");
        assertThat(textsOf("en").sentenceOf(finding))
                .isEqualTo("60.5 is out of range; it must be 0 to 60. Correct it.");
        var place = Finding.error("json.broken", "", 12345, 7);
        assertThat(textsOf("en").sentenceOf(place)).contains("line 12345, column 7");
    }

    @Test
    void sentenceBeginsWithACapitalLetter() {
        var finding = Finding.error("value.out-of-range", "/contractHours", "élan", 0.0, 60.0);
        assertThat(textsOf("da").sentenceOf(finding)).startsWith("Élan er ikke muligt");
        var id = Finding.error("value.out-of-range", "/contractHours", "lokale-1", 0.0, 60.0);
        assertThat(textsOf("da").sentenceOf(id)).startsWith("lokale-1 er ikke muligt");
    }

    private static Texts textsOf(String language) {
        return new Texts(Locale.of(language), List.of(texts(language)), argument -> argument);
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "dk.grundskema.domain.finding.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> placeholders(String language, String key) {
        return PLACEHOLDER
                .matcher(texts(language).getString(key))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
