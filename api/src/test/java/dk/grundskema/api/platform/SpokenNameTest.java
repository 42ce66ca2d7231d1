package dk.grundskema.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as lists write them, and as people say them. */
class SpokenNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Krogh, Lise|Lise Krogh|Lise",
                " Krogh ,Lise Marie |Lise Marie Krogh|Lise",
                "af Skov-Krogh, Aase|Aase af Skov-Krogh|Aase",
                "O'Neill, Bo|Bo O'Neill|Bo",
                "KROGH, LISE|LISE KROGH|LISE"
            })
    void whatStandsBehindTheCommaIsTheGivenName(String written, String spoken, String first) {
        assertThat(SpokenName.turned(written)).contains(spoken);
        assertThat(SpokenName.of(written)).isEqualTo(spoken);
        assertThat(SpokenName.first(written)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lise Krogh",
                "Lise Krogh, vikar",
                "Lise Holm, MH",
                "Lise Krogh, Jr.",
                "Lise, ",
                ", Lise",
                "A, B, C",
                "7A, 7B"
            })
    void nothingElseIsTurned(String written) {
        assertThat(SpokenName.turned(written)).isEmpty();
        assertThat(SpokenName.of(written)).isEqualTo(written.strip());
    }

    @Test
    void aFirstNameHasNoCommaEvenWhereTheRestIsNoName() {
        assertThat(SpokenName.first("Krogh,")).isEqualTo("Krogh");
        assertThat(SpokenName.first("Lise Krogh, vikar")).isEqualTo("Lise");
    }
}
