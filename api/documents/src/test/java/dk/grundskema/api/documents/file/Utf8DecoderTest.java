package dk.grundskema.api.documents.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8DecoderTest {
    private static final String LETTERS = "æ€😀a";

    @Test
    void lettersAreReadWhereverTheBufferOfTheCheckEnds() {
        for (String start : new String[] {"", "a", "aa", "aaa"}) {
            String text = start + LETTERS.repeat(5000);
            assertThat(Utf8Decoder.decode(text.getBytes(StandardCharsets.UTF_8), 0))
                    .contains(text);
        }
        assertThat(Utf8Decoder.decode("xyz".getBytes(StandardCharsets.UTF_8), 1))
                .contains("yz");
        assertThat(Utf8Decoder.decode(new byte[0], 0)).contains("");
        assertThat(Utf8Decoder.decode("\uFFFD".getBytes(StandardCharsets.UTF_8), 0))
                .contains("\uFFFD");
    }

    @Test
    void bytesThatAreNoLettersAreRefusedToTheLast() {
        byte[] bytes = LETTERS.repeat(5000).getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8Decoder.decode(Arrays.copyOf(bytes, bytes.length - 2), 0))
                .as("cut within a letter")
                .isEmpty();
        bytes[bytes.length - 1] = (byte) 0xE6;
        assertThat(Utf8Decoder.decode(bytes, 0)).isEmpty();
    }
}
