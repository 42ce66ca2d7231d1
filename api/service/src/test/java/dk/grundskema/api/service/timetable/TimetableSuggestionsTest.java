package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.service.timetable.TimetablePage.ViewKind;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTarget;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTargetGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Suggested names in the search of a timetable. */
final class TimetableSuggestionsTest {
    private static TimetablePage page(int rooms) {
        List<ViewTarget> all = IntStream.rangeClosed(1, rooms)
                .mapToObj(one -> new ViewTarget(ViewKind.ROOM, "r" + one, "Lokale " + one))
                .toList();
        var board = new DayBoard(LocalDate.of(2026, 9, 7), List.of(), Map.of(), List.of(), List.of());
        return DayPageFixture.of(board, new ViewTargetGroup(ViewKind.ROOM, all));
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
