package dk.grundskema.domain.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedListTest {
    private static final List<String> LIST = IndexedList.copyOf(List.of("anna", "bo", "bente"), name -> name.charAt(0));

    @Test
    void equalsAListOfTheSameElements() {
        assertThat(LIST).isEqualTo(List.of("anna", "bo", "bente")).hasSameHashCodeAs(List.of("anna", "bo", "bente"));
        assertThat(List.copyOf(LIST)).isEqualTo(LIST);
    }

    @Test
    void findsTheFirstElementWithAnId() {
        assertThat(IndexedList.find(LIST, 'b')).contains("bo");
        assertThat(IndexedList.find(LIST, 'c')).isEmpty();
    }

    @Test
    void isAnImmutableCopy() {
        var given = new ArrayList<>(List.of("anna"));
        var copy = IndexedList.copyOf(given, name -> name);
        given.add("bo");

        assertThat(copy).containsExactly("anna");
        assertThatThrownBy(() -> copy.add("bo")).isInstanceOf(UnsupportedOperationException.class);
    }
}
