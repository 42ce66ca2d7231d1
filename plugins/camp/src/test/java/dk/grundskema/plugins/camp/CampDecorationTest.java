package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampDecorationTest {
    private static Decoration of(CampParameters camp) {
        return CampDecoration.of(camp, Language.DA);
    }

    private static CampParameters withSubjects(List<Subject> subjects) {
        var it = CampParameters.defaults();
        return new CampParameters(
                it.firstDay(),
                it.weeks(),
                it.lastDay(),
                it.overnight(),
                it.site(),
                it.dayKinds(),
                it.teams(),
                it.students(),
                it.staff(),
                subjects,
                it.noDoubleModules(),
                it.roomLimits(),
                Collections.emptySortedMap(),
                it.familiarStaff(),
                it.work(),
                it.conversations(),
                it.visits(),
                it.takesStudentsFromLessons());
    }

    @Test
    void everyKindHasAMarkAndAColourOfItsOwn() {
        var decoration = of(CampParameters.defaults());

        assertThat(decoration.kinds()).hasSize(Block.Kind.values().length + 3);
        assertThat(decoration.kinds().values())
                .extracting(Decoration.Mark::colour)
                .doesNotHaveDuplicates();
    }

    @Test
    void subjectsAreNamedByTitleAndOverrideTheKind() {
        var decoration = of(CampParameters.defaults());

        assertThat(decoration.markOf("module", "danish"))
                .hasValueSatisfying(mark -> assertThat(mark.name()).isEqualTo("Dansk"));
        assertThat(decoration.markOf("module", ""))
                .hasValueSatisfying(mark -> assertThat(mark.name()).isEqualTo("title.kind.module"));
        assertThat(decoration.markOf("unheard", "of")).isEmpty();
    }

    @Test
    void thirteenthSubjectHasTheColourOfTheFirst() {
        var subjects = new ArrayList<Subject>();
        for (int i = 10; i < 23; i++) {
            subjects.add(new Subject("s" + i, "Fag " + i, 1, 1, false, null, List.of()));
        }
        var colours = of(withSubjects(subjects)).subjects().values().stream()
                .map(Decoration.Mark::colour)
                .toList();

        assertThat(colours.subList(0, 12)).doesNotHaveDuplicates();
        assertThat(colours.get(12)).isEqualTo(colours.getFirst());
    }

    @Test
    void pluginReturnsTheDecorationOfItsParameters() {
        var camp = smallCamp();

        assertThat(new CampPlugin().decorate(camp.camp(), camp.problem()))
                .isEqualTo(CampDecoration.of(
                        camp.camp().parameters(), camp.problem().language()));
    }

    @Test
    void firstColourIsFormattedAsInHtml() {
        assertThat(of(CampParameters.defaults()).subjects().get("danish").colour())
                .isEqualTo(new Colour(0x1F, 0x5F, 0xA8))
                .hasToString("Colour[red=31, green=95, blue=168]");
    }
}
