package dk.grundskema.api.imports.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectFormTest {
    private static boolean isShortened(String one, String other) {
        boolean is = SubjectForm.of(one).isShortened(SubjectForm.of(other));
        assertThat(SubjectForm.of(other).isShortened(SubjectForm.of(one)))
                .as("in both orders")
                .isEqualTo(is);
        return is;
    }

    @Test
    void nameIsNormalizedAndDividedOnce() {
        SubjectForm joined = SubjectForm.of("Dansk og Håndværk");

        assertThat(joined.normalized()).isEqualTo("danskoghaandvaerk");
        assertThat(joined.words()).isEqualTo(3);
        assertThat(joined.parts()).containsExactly("Dansk", "Håndværk");
        assertThat(joined.isJoined()).isTrue();
        assertThat(SubjectForm.of("DAN+MAT").parts()).containsExactly("DAN", "MAT");
        assertThat(SubjectForm.of("Dansk").isJoined()).isFalse();
    }

    @Test
    void shortNameIsTheBeginningOfALongerOneOfAsManyWords() {
        assertThat(isShortened("DAN", "Dansk")).isTrue();
        assertThat(isShortened("DA", "Dansk")).isTrue();
        assertThat(isShortened("D", "Dansk")).as("too short").isFalse();
        assertThat(isShortened("Dansk", "dansk")).as("the same").isFalse();
        assertThat(isShortened("Historie", "Historie valgfag")).as("more words").isFalse();
        assertThat(isShortened("Hold", "Hold1")).as("a number").isFalse();
        assertThat(isShortened("MAT", "Dansk")).isFalse();
    }
}
