package dk.grundskema.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
    private static final String LETTERS = "æ€😀a";

    @Test
    void lettersAreReadWhereverTheBufferOfTheCheckEnds() {
        for (String start : new String[] {"", "a", "aa", "aaa"}) {
            String text = start + LETTERS.repeat(5000);
            assertThat(Utf8Text.of(text.getBytes(StandardCharsets.UTF_8), 0)).contains(text);
        }
        assertThat(Utf8Text.of("xyz".getBytes(StandardCharsets.UTF_8), 1)).contains("yz");
        assertThat(Utf8Text.of(new byte[0], 0)).contains("");
        assertThat(Utf8Text.of("\uFFFD".getBytes(StandardCharsets.UTF_8), 0)).contains("\uFFFD");
    }

    @Test
    void bytesThatAreNoLettersAreRefusedToTheLast() {
        byte[] bytes = LETTERS.repeat(5000).getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8Text.of(Arrays.copyOf(bytes, bytes.length - 2), 0))
                .as("cut within a letter")
                .isEmpty();
        bytes[bytes.length - 1] = (byte) 0xE6;
        assertThat(Utf8Text.of(bytes, 0)).isEmpty();
    }
}
