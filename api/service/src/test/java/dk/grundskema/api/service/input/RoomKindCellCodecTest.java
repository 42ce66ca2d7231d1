package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of rooms are read and written in the reader's language. */
final class RoomKindCellCodecTest {
    private static final ListColumn KIND = ListKind.ROOMS.columns().get(1);

    private static ListCellCodec cells(String language, String... kinds) {
        var texts = new Texts(
                Locale.of(language),
                List.of(TextBundles.load(Finding.class, "messages", Locale.of(language))),
                Function.identity());
        List<Json> rooms = Stream.of(kinds).map(RoomKindCellCodecTest::room).toList();
        return new ListCellCodec(
                Map.of("rooms", rooms), new SubjectIndex(Stream::empty), CellCodec.ofPlan(List.of()), texts);
    }

    private static Json room(String kind) {
        return new Json.JsonObject(Map.of("kind", new Json.JsonString(kind)));
    }

    private static String shown(ListCellCodec cells, String kind) {
        return cells.format(KIND, (Json.JsonObject) room(kind));
    }

    private static Json read(ListCellCodec cells, String word) {
        var wrong = new ArrayList<Finding>();
        Json read = cells.read(KIND, word, Json.JsonNull.NOTHING, "r0c1", wrong);
        assertThat(wrong).isEmpty();
        return read == null ? Json.JsonNull.NOTHING : read;
    }

    @ParameterizedTest
    @CsvSource({
        "classroom, klasselokale, classroom",
        "dining-hall, spisesal, dining hall",
        "talk-room, samtalerum, talk room",
        "hall, hal, hall",
        "faglokale, faglokale, faglokale",
        "blå banan, blå banan, blå banan",
    })
    void aKindIsWrittenInTheReadersLanguageAndReadInBoth(String kind, String danish, String english) {
        for (String language : List.of("da", "en")) {
            ListCellCodec cells = cells(language, "classroom");
            assertThat(shown(cells, kind)).isEqualTo(language.equals("da") ? danish : english);
            assertThat(List.of(read(cells, danish), read(cells, english), read(cells, kind)))
                    .containsOnly(new Json.JsonString(kind));
        }
        assertThat(read(cells("da"), "Klasserum")).isEqualTo(new Json.JsonString("classroom"));
    }

    @Test
    void aWordThatThePlansRoomsHaveIsTheirs() {
        assertThat(read(cells("da", "hal"), "hal")).isEqualTo(new Json.JsonString("hal"));
        assertThat(read(cells("da", "hal"), "Hal")).isEqualTo(new Json.JsonString("hal"));
        assertThat(read(cells("da", "grupperum"), "Grupperum")).isEqualTo(new Json.JsonString("grupperum"));
        assertThat(read(cells("da", "hal"), "Spisesal")).isEqualTo(new Json.JsonString("dining-hall"));
    }
}
