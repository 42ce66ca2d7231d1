package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.engine.Absence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by a name that is typed. */
class AbsenceReadingTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ane", "Ane Bjerregård", "Bjerregård, Ane", "bjerregård, Ane"})
    void aNameMayBeTypedWithItsLastNameFirst(String typed) {
        var reading = new AbsenceReading();
        assertThat(reading.absence(ToyProblem.problem(), typed, "2026-09-10"))
                .map(Absence::staffId)
                .contains(ToyProblem.ANE);
        assertThat(reading.findings()).isEmpty();
    }
}
