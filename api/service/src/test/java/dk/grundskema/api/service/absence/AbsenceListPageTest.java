package dk.grundskema.api.service.absence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.absence.AbsenceListPage.EnteredAbsence;
import dk.grundskema.api.service.absence.AbsenceListPage.OpenPlaces;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsenceListPageTest {
    private static VacantSeatView open(String... dates) {
        return new VacantSeatView(
                "Dansk",
                "teacher",
                Arrays.stream(dates).map(LocalDate::parse).toList(),
                LocalTime.of(8, 0),
                LocalTime.of(8, 45));
    }

    @Test
    void placesThatNobodyTookOverAreOpenOnTheDaysOfTheAbsence() {
        var away = new EnteredAbsence("1", "Hans", LocalDate.parse("2026-12-02"), LocalDate.parse("2026-12-03"));
        assertThat(OpenPlaces.of(
                        away,
                        1,
                        List.of(
                                open("2026-12-01"),
                                open("2026-12-02"),
                                open("2026-12-02"),
                                open("2026-11-26", "2026-12-03", "2026-12-10"),
                                open("2026-12-04"))))
                .isEqualTo(new OpenPlaces(1, 3));
    }
}
