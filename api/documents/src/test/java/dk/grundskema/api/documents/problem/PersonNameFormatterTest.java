package dk.grundskema.api.documents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as lists write them, and as people say them. */
class PersonNameFormatterTest {
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
    void givenNameFollowsTheComma(String written, String spoken, String first) {
        assertThat(PersonNameFormatter.reorderLastNameFirst(written)).contains(spoken);
        assertThat(PersonNameFormatter.format(written)).isEqualTo(spoken);
        assertThat(PersonNameFormatter.firstName(written)).isEqualTo(first);
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
        assertThat(PersonNameFormatter.reorderLastNameFirst(written)).isEmpty();
        assertThat(PersonNameFormatter.format(written)).isEqualTo(written.strip());
    }

    @Test
    void aFirstNameHasNoCommaEvenWhereTheRestIsNoName() {
        assertThat(PersonNameFormatter.firstName("Krogh,")).isEqualTo("Krogh");
        assertThat(PersonNameFormatter.firstName("Lise Krogh, vikar")).isEqualTo("Lise");
    }
}
