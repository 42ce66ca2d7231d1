package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {
    private static final String WORDS = "Håndværk og design; Søren Ærø;7.å";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void lettersAreRightWithoutAMark(String charset) {
        var decoded = DecodedText.decode(WORDS.getBytes(Charset.forName(charset)));

        assertThat(decoded).isEqualTo(new DecodedText(WORDS, Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkIsBelievedAndTakenOff(String charset) {
        var decoded = DecodedText.decode(("\uFEFF" + WORDS).getBytes(Charset.forName(charset)));

        assertThat(decoded).isEqualTo(new DecodedText(WORDS, Charset.forName(charset)));
    }

    @Test
    void aMarkIsBelievedEvenWhereALetterIsBroken() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xE6, 'b'};

        assertThat(DecodedText.decode(bytes)).isEqualTo(new DecodedText("a\uFFFDb", StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsNothing() {
        assertThat(DecodedText.decode(new byte[0]).text()).isEmpty();
        assertThat(DecodedText.decode(new byte[] {(byte) 0xFF}).text()).isEqualTo("ÿ");
    }
}
