package dk.grundskema.api.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language the user is spoken to in. */
class CommandTextsTest {
    private static String language(Map<String, String> environment, String... args) {
        return CommandTexts.detectLanguage(args, environment).getLanguage();
    }

    @Test
    void withoutAnyHintItIsDanish() {
        assertThat(language(Map.of())).isEqualTo("da");
    }

    @ParameterizedTest
    @CsvSource({"en_GB.UTF-8,en", "en,en", "da_DK.UTF-8,da", "C.UTF-8,da", "de_DE,da"})
    void theEnvironmentChooses(String value, String expected) {
        assertThat(language(Map.of("LANG", value))).isEqualTo(expected);
    }

    @Test
    void theStrongerVariableWins() {
        assertThat(language(Map.of("LC_ALL", "da_DK.UTF-8", "LANG", "en_GB.UTF-8")))
                .isEqualTo("da");
        assertThat(language(Map.of("LC_ALL", "", "LC_MESSAGES", "en_GB", "LANG", "da_DK")))
                .isEqualTo("en");
    }

    @Test
    void theOptionWinsOverTheEnvironmentWhereverItStands() {
        var danish = Map.of("LANG", "da_DK.UTF-8");

        assertThat(language(danish, "--lang", "en", "solve")).isEqualTo("en");
        assertThat(language(danish, "solve", "p.json", "--lang=en")).isEqualTo("en");
        assertThat(language(Map.of("LANG", "en"), "schema", "--lang", "da")).isEqualTo("da");
    }

    @Test
    void anOptionThatIsNoLanguageIsLeftToTheEnvironment() {
        assertThat(language(Map.of("LANG", "en"), "--lang", "fr")).isEqualTo("en");
        assertThat(language(Map.of(), "solve", "--lang")).isEqualTo("da");
    }
}
