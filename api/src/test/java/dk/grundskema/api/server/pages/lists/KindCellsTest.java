package dk.grundskema.api.server.pages.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.TextFiles;
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
final class KindCellsTest {
    private static final ListColumn KIND = ListKind.ROOMS.columns().get(1);

    private static ListCells cells(String language, String... kinds) {
        var texts = new Texts(
                Locale.of(language),
                List.of(TextFiles.beside(Finding.class, "messages", Locale.of(language))),
                Function.identity());
        List<Json> rooms = Stream.of(kinds).map(KindCellsTest::room).toList();
        return new ListCells(
                Map.of("rooms", rooms),
                new KnownSubjects(Stream::empty),
                new TimeCells(List.of(), Locale.of(language)),
                texts);
    }

    private static Json room(String kind) {
        return new Json.Structure(Map.of("kind", new Json.Text(kind)));
    }

    private static String shown(ListCells cells, String kind) {
        return cells.shown(KIND, (Json.Structure) room(kind));
    }

    private static Json read(ListCells cells, String word) {
        var wrong = new ArrayList<Finding>();
        Json read = cells.read(KIND, word, Json.Nothing.NOTHING, "r0c1", wrong);
        assertThat(wrong).isEmpty();
        return read == null ? Json.Nothing.NOTHING : read;
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
            ListCells cells = cells(language, "classroom");
            assertThat(shown(cells, kind)).isEqualTo(language.equals("da") ? danish : english);
            assertThat(List.of(read(cells, danish), read(cells, english), read(cells, kind)))
                    .containsOnly(new Json.Text(kind));
        }
        assertThat(read(cells("da"), "Klasserum")).isEqualTo(new Json.Text("classroom"));
    }

    @Test
    void aWordThatThePlansRoomsHaveIsTheirs() {
        assertThat(read(cells("da", "hal"), "hal")).isEqualTo(new Json.Text("hal"));
        assertThat(read(cells("da", "hal"), "Hal")).isEqualTo(new Json.Text("hal"));
        assertThat(read(cells("da", "grupperum"), "Grupperum")).isEqualTo(new Json.Text("grupperum"));
        assertThat(read(cells("da", "hal"), "Spisesal")).isEqualTo(new Json.Text("dining-hall"));
    }
}
