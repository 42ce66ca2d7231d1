package dk.grundskema.api.cli.replan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandProblemFixture;
import dk.grundskema.solver.change.Absence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by a name that is typed. */
class AbsenceParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ane", "Ane Bjerregård", "Bjerregård, Ane", "bjerregård, Ane"})
    void aNameMayBeTypedWithItsLastNameFirst(String typed) {
        var reading = new AbsenceParser();
        assertThat(reading.parseAbsence(CommandProblemFixture.problem(), typed, "2026-09-10"))
                .map(Absence::staffId)
                .contains(CommandProblemFixture.ANE);
        assertThat(reading.findings()).isEmpty();
    }
}
