package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordMatcherTest {
    @Test
    void capitalsAndSurroundingBlanksAreIgnored() {
        assertThat(WordMatcher.isSame(" Dansk", "DANSK ")).isTrue();
        assertThat(WordMatcher.isSame("dansk", "dan sk")).isFalse();
        assertThat(WordMatcher.isAmong(List.of("Dansk", "Matematik"), "matematik"))
                .isTrue();
        assertThat(WordMatcher.isAmong(List.of("Dansk"), "matematik")).isFalse();
    }

    @Test
    void nearestWordHasTheFewestChangedLetters() {
        assertThat(WordMatcher.nearest("matmatik", List.of("dansk", "Matematik", "matematisk")))
                .contains("Matematik");
        assertThat(WordMatcher.nearest("abcd", List.of("abce", "abcc"))).contains("abcc");
    }

    @Test
    void wordWithMoreThanAThirdOrThreeOfItsLettersChangedIsNotNear() {
        assertThat(WordMatcher.nearest("engels", List.of("engelk"))).contains("engelk");
        assertThat(WordMatcher.nearest("engxyz", List.of("engelk"))).isEmpty();
        assertThat(WordMatcher.nearest("abcdefghixyz", List.of("abcdefghijkl"))).contains("abcdefghijkl");
        assertThat(WordMatcher.nearest("abcdefghwxyz", List.of("abcdefghijkl"))).isEmpty();
        assertThat(WordMatcher.nearest("dansk", List.of())).isEmpty();
    }

    @Test
    void wordsInIdsAreSmallLettersAndDigitsOfAnyLanguage() {
        assertThat(WordMatcher.idPartOr(" Arabisk (Irak)", "own")).isEqualTo("arabisk-irak");
        assertThat(WordMatcher.idPartOr("العربية", "own")).isEqualTo("العربية");
        assertThat(WordMatcher.idPartOr("!", "own")).isEqualTo("own");
        assertThat(WordMatcher.idPartOr("a".repeat(41), "own")).hasSize(40);
    }
}
