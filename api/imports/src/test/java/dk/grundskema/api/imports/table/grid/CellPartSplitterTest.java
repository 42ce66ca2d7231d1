package dk.grundskema.api.imports.table.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splitting of a cell's line if the list of rooms has other names than the cell. */
class CellPartSplitterTest {
    private static List<String> parts(String line, String... known) {
        return new CellPartSplitter(Set.of(known), false)
                .split(line).stream()
                        .map(part -> part.position() + part.text() + (part.isRoom() ? "!" : ""))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DAN / MH / Lokale 1A, lokale 1a, Lokale 1A!",
        "DAN / MH / 1A,        lokale 1a, 1A",
        "DAN / MH / lok. 1A,   lokale 1a, lokale 1a!",
        "DAN / MH / lok.1A,    lokale 1a, lokale 1a!",
        "DAN / MH / lok. 12,   12,        12!",
        "DAN / MH / lok12,     dan,       12!",
        "DAN / MH / Rum 3,     lokale 1a, 3!",
        "DAN / MH / NT-lokalet, lokale 1a, NT-lokalet",
        "DAN / MH / lokalet,   lokale 1a, lokalet"
    })
    void aRoomKeepsTheNameThatTheListHas(String line, String known, String room) {
        assertThat(parts(line, known)).containsExactly("0DAN", "1MH", "2" + room);
    }

    @ParameterizedTest
    @CsvSource({"DAN MH Lokale 1A, Lokale 1A!", "DAN MH lok. 1A, lokale 1a!"})
    void spacesAloneSeparateToo(String line, String room) {
        assertThat(parts(line, "lokale 1a", "dan", "mh")).containsExactly("0DAN", "1MH", "2" + room);
    }
}
