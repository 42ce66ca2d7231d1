package dk.grundskema.api.web.app.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that are offered to whoever searches a timetable. */
final class SuggestionsTest {
    private static TimetablePage page(int rooms) {
        List<Choice> all = IntStream.rangeClosed(1, rooms)
                .mapToObj(one -> new Choice(Kind.ROOM, "r" + one, "Lokale " + one))
                .toList();
        var board = new DayBoard(LocalDate.of(2026, 9, 7), List.of(), Map.of(), List.of(), List.of());
        return DayPage.of(board, new Choices(Kind.ROOM, all));
    }

    @Test
    void everythingThatHasANameIsOffered() {
        assertThat(page(2).suggestions()).containsExactly("Lokale 1", "Lokale 2", "Dansk");
    }

    @Test
    void inAPlanOfThousandsOnlySubjectsAre() {
        assertThat(page(2_001).suggestions()).containsExactly("Dansk");
    }
}
