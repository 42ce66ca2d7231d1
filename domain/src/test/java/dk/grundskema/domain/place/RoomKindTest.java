package dk.grundskema.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomKindTest {
    @ParameterizedTest
    @CsvSource({
        "Køkkenet, KITCHEN",
        "skolekøkken, KITCHEN",
        "Gymnastiksalen, GYM",
        "Hallen, HALL",
        "Salen, HALL",
        "Kontoret, TALK_ROOM",
        "Atelieret, ART_ROOM",
        "Aulaen, ASSEMBLY_HALL",
        "Laboratoriet, LABORATORY",
        "Grupperummet, SMALL_ROOM",
        "Klasseværelset, CLASSROOM",
        "undervisning, CLASSROOM",
        "classroom, CLASSROOM",
    })
    void kindHasNamesWithAndWithoutTheArticle(String name, RoomKind kind) {
        assertThat(RoomKind.findByName(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ravnen", "et", "Svalen", "Depot", "12", ""})
    void otherWordsAreNoKinds(String name) {
        assertThat(RoomKind.findByName(name)).isEmpty();
    }
}
