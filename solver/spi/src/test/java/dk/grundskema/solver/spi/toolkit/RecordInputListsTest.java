package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordInputListsTest {
    private enum Taste {
        SWEET,
        SOUR
    }

    private record Order(
            StudentId studentId,
            @Default("2") int cups,
            @Nullable LocalDate day,
            Double litres,
            Taste taste,
            List<String> subjects,
            Map<String, String> notes) {}

    @Test
    void columnsFollowFromTheComponentsThatACellCanHold() {
        assertThat(RecordInputLists.of("orders", Order.class, List.of("ida", "", "", "1", "SWEET", "DAN"))
                        .columns())
                .containsExactly(
                        new Column("studentId", Kind.STUDENT, true, false, List.of()),
                        new Column("cups", Kind.WHOLE, false, false, List.of()),
                        new Column("day", Kind.DATE, false, false, List.of()),
                        new Column("litres", Kind.NUMBER, true, false, List.of()),
                        new Column("taste", Kind.CHOICE, true, false, List.of("SWEET", "SOUR")),
                        new Column("subjects", Kind.SUBJECT, false, true, List.of()));
    }

    @Test
    void anExampleHasATextForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordInputLists.of("orders", Order.class, List.of("ida")));
    }
}
