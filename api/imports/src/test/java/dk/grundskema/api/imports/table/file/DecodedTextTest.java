package dk.grundskema.api.imports.table.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodedTextTest {
    private static final String WORDS = "Håndværk og design; Søren Ærø;7.å";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void letters_are_right_without_a_mark(String charset) {
        var decoded = DecodedText.decode(WORDS.getBytes(Charset.forName(charset)));

        assertThat(decoded).isEqualTo(new DecodedText(WORDS, Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_is_believed_and_taken_off(String charset) {
        var decoded = DecodedText.decode(("\uFEFF" + WORDS).getBytes(Charset.forName(charset)));

        assertThat(decoded).isEqualTo(new DecodedText(WORDS, Charset.forName(charset)));
    }

    @Test
    void a_mark_is_believed_even_where_a_letter_is_broken() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xE6, 'b'};

        assertThat(DecodedText.decode(bytes)).isEqualTo(new DecodedText("a\uFFFDb", StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_nothing() {
        assertThat(DecodedText.decode(new byte[0]).text()).isEmpty();
        assertThat(DecodedText.decode(new byte[] {(byte) 0xFF}).text()).isEqualTo("ÿ");
    }
}
