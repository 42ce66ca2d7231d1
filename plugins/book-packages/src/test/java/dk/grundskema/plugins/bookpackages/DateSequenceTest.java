package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class DateSequenceTest {
    record NoParameters() {}

    /** From 10 August 2026 on, 27 August closed. */
    private final Problem problem = school().weeks(4).closed("2026-08-27").build();

    private final SchoolDays days = new SchoolDays(problem);

    private static LocalDate august(int day) {
        return LocalDate.of(2026, 8, day);
    }

    private DateSequence row(LocalDate... dates) {
        return new DateSequence(Arrays.asList(dates), days);
    }

    private List<Finding> findings(DateSequence row, int weeksBetween) {
        var found = new FindingCollector("cafe", problem);
        row.check(weeksBetween, problem, found, place -> "days/" + place);
        return found.all();
    }

    @Test
    void datesFollowTheRhythmUnlessGivenAndMoveToSchoolDays() {
        var row = DateSequence.rhythm(august(13), 2, 3, place -> place == 1 ? august(22) : null, days);
        assertThat(row.wished()).containsExactly(august(13), august(22), LocalDate.of(2026, 9, 10));
        assertThat(row(august(13), august(22), august(27)).dates()).containsExactly(august(13), august(24), august(28));
    }

    @Test
    void movedDateAndDateOutsideThePlanAreReported() {
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
    void otherRhythmIsReportedUnlessAnyIsAllowedAndWrongOrderAlways() {
        assertThat(findings(row(august(13), august(20)), 2))
                .containsExactly(Finding.warning("cafe.other-rhythm", "/parameters/days/1", 2, 1, 2));
        assertThat(findings(row(august(13), august(20)), 1)).isEmpty();
        assertThat(findings(row(august(13), august(20)), 0)).isEmpty();
        assertThat(findings(row(august(13), august(13)), 2))
                .containsExactly(Finding.warning("cafe.out-of-order", "/parameters/days/1", 2, august(13), august(13)));
    }

    private static Ask asked(SortedSet<IsoWeek> weeks) {
        var asks = new FidelityReportBuilder("cafe");
        DateSequence.askForRhythm(asks, "rhythm", FidelityReportBuilder.productDefault(), weeks, 3, 2, 5);
        return asks.build(new Intervention<>(new InterventionId("one"), "cafe", "Café", new NoParameters()))
                .asks()
                .getFirst();
    }

    @Test
    void gapsBetweenWeeksThatAreTooShortOrTooLongAreReported() {
        assertThat(asked(weeks(33, 35, 40)).shortBy()).isZero();
        assertThat(asked(weeks(33, 34, 40)).places())
                .containsExactly(
                        Shortfall.at(Reason.of("cafe.why.other-rhythm", 1), week(34)),
                        Shortfall.at(Reason.of("cafe.why.other-rhythm", 6), week(40)));
        assertThat(asked(weeks(33)).status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
    }
}
