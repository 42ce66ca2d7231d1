package dk.grundskema.api.planning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.Student;
import dk.grundskema.plugins.camp.CampParameters;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import org.junit.jupiter.api.Test;

/** Which records the planning facade describes. */
final class FieldSourcesTest {
    @Test
    void recordsOfTheDomainAndOfTheContractItselfAreShared() {
        assertThat(FieldSources.isShared(Student.class)).isTrue();
        assertThat(FieldSources.isShared(Colour.class))
                .as("no package below it")
                .isTrue();
        assertThat(FieldSources.isShared(Decoration.Mark.class)).isTrue();
    }

    @Test
    void recordsOfPluginsAndOthersAreNot() {
        assertThat(FieldSources.isShared(CampParameters.class)).isFalse();
        assertThat(FieldSources.isShared(Record.class)).isFalse();
    }
}
