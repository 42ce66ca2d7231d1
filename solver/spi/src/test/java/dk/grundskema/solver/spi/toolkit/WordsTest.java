package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void capitalsAndBlanksAroundAWordDoNotMatterOthersDo() {
        assertThat(Words.same(" Dansk", "DANSK ")).isTrue();
        assertThat(Words.same("dansk", "dan sk")).isFalse();
        assertThat(Words.isAmong(List.of("Dansk", "Matematik"), "matematik")).isTrue();
        assertThat(Words.isAmong(List.of("Dansk"), "matematik")).isFalse();
    }

    @Test
    void theNearestWordIsTheOneWithFewestLettersToChange() {
        assertThat(Words.nearest("matmatik", List.of("dansk", "Matematik", "matematisk")))
                .contains("Matematik");
        assertThat(Words.nearest("abcd", List.of("abce", "abcc"))).contains("abcc");
    }

    @Test
    void aWordWithMoreThanAThirdOfItsLettersChangedOrMoreThanThreeIsNotNear() {
        assertThat(Words.nearest("engels", List.of("engelk"))).contains("engelk");
        assertThat(Words.nearest("engxyz", List.of("engelk"))).isEmpty();
        assertThat(Words.nearest("abcdefghixyz", List.of("abcdefghijkl"))).contains("abcdefghijkl");
        assertThat(Words.nearest("abcdefghwxyz", List.of("abcdefghijkl"))).isEmpty();
        assertThat(Words.nearest("dansk", List.of())).isEmpty();
    }

    @Test
    void wordsInIdsAreSmallLettersAndDigitsOfAnyLanguage() {
        assertThat(Words.inId(" Arabisk (Irak)", "own")).isEqualTo("arabisk-irak");
        assertThat(Words.inId("العربية", "own")).isEqualTo("العربية");
        assertThat(Words.inId("!", "own")).isEqualTo("own");
        assertThat(Words.inId("a".repeat(41), "own")).hasSize(40);
    }
}
