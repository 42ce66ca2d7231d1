package dk.grundskema.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.table.lists.TableTexts;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of tables exist in Danish and English. */
class TableTextsTest {
    private static final Predicate<String> OTHER_WORDS = key -> key.endsWith(".also");

    static Stream<String> keys() {
        return TableTexts.bundle(Locale.of("da")).keySet().stream()
                .filter(OTHER_WORDS.negate())
                .sorted();
    }

    @Test
    void bothLanguagesHaveTheSameKeysButForOtherWordsOfHeadings() {
        assertThat(keys().toList())
                .isNotEmpty()
                .containsExactlyElementsOf(TableTexts.bundle(Locale.of("en")).keySet().stream()
                        .filter(OTHER_WORDS.negate())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesTakeAsManyArguments(String key) {
        assertThat(arguments("da", key)).isEqualTo(arguments("en", key));
    }

    private static int arguments(String language, String key) {
        return new MessageFormat(TableTexts.bundle(Locale.of(language)).getString(key))
                .getFormatsByArgumentIndex()
                .length;
    }
}
