package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.week;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.weeks;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class DateRowTest {
    record Nothing() {}

    /** From 10 August 2026 on, 27 August closed. */
    private final Problem problem = school().weeks(4).closed("2026-08-27").build();

    private final SchoolDays days = new SchoolDays(problem);

    private static LocalDate august(int day) {
        return LocalDate.of(2026, 8, day);
    }

    private DateRow row(LocalDate... dates) {
        return new DateRow(Arrays.asList(dates), days);
    }

    private List<Finding> findings(DateRow row, int weeksBetween) {
        var found = new FindingList("cafe", problem);
        row.check(weeksBetween, problem, found, place -> "days/" + place);
        return found.all();
    }

    @Test
    void datesFollowTheRhythmUnlessTheyHaveOneOfTheirOwnAndMoveToASchoolDay() {
        var row = DateRow.of(august(13), 2, 3, place -> place == 1 ? august(22) : null, days);
        assertThat(row.wished()).containsExactly(august(13), august(22), LocalDate.of(2026, 9, 10));
        assertThat(row(august(13), august(22), august(27)).dates()).containsExactly(august(13), august(24), august(28));
    }

    @Test
    void aDateThatMovesAndOneOutsideAreSaid() {
        assertThat(findings(row(august(13), august(27)), 2))
                .containsExactly(Finding.info("cafe.date-moved", "/parameters/days/1", 2, august(27), august(28)));
        assertThat(findings(row(LocalDate.of(2026, 9, 7)), 0))
                .containsExactly(Finding.error(
                        "cafe.date-outside",
                        "/parameters/days/0",
                        1,
                        LocalDate.of(2026, 9, 7),
                        august(10),
                        LocalDate.of(2026, 9, 6)));
    }

    @Test
    void anotherRhythmIsSaidUnlessAnyWillDoAndADateBeforeTheOneBeforeAlways() {
        assertThat(findings(row(august(13), august(20)), 2))
                .containsExactly(Finding.warning("cafe.other-rhythm", "/parameters/days/1", 2, 1, 2));
        assertThat(findings(row(august(13), august(20)), 1)).isEmpty();
        assertThat(findings(row(august(13), august(20)), 0)).isEmpty();
        assertThat(findings(row(august(13), august(13)), 2))
                .containsExactly(Finding.warning("cafe.out-of-order", "/parameters/days/1", 2, august(13), august(13)));
    }

    private static Ask asked(SortedSet<IsoWeek> weeks) {
        var asks = new Asks("cafe");
        DateRow.ask(asks, "rhythm", Asks.ours(), weeks, 3, 2, 5);
        return asks.report(new Intervention<>(new InterventionId("one"), "cafe", "Café", new Nothing()))
                .asks()
                .getFirst();
    }

    @Test
    void weeksThatFollowTooSoonOrTooLateAreMissing() {
        assertThat(asked(weeks(33, 35, 40)).shortBy()).isZero();
        assertThat(asked(weeks(33, 34, 40)).places())
                .containsExactly(
                        Place.at(Reason.of("cafe.why.other-rhythm", 1), week(34)),
                        Place.at(Reason.of("cafe.why.other-rhythm", 6), week(40)));
        assertThat(asked(weeks(33)).status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
    }
}
