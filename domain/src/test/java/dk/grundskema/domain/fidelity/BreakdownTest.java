package dk.grundskema.domain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    private static final List<Column> TWO = List.of(new Column("toy.asked", true), new Column("toy.who", false));

    private static Line line(Phrase... cells) {
        return new Line(new GroupId("7a"), Ask.Status.MET, List.of(cells), List.of(), List.of());
    }

    private static Breakdown of(List<Column> columns, Line... lines) {
        return new Breakdown("toy.lines", "toy.class", columns, List.of(lines));
    }

    @Test
    void everyLineHasACellForEachColumn() {
        assertThat(of(TWO, line(Phrase.of("toy.number", 10.5), Phrase.NONE)).lines())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> of(TWO, line(Phrase.NONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> of(List.of(), line()));
    }

    @Test
    void phraseOtherThanNoneNeedsACode() {
        assertThat(Phrase.NONE.code()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.of("", 3));
    }
}
