package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.MeetingTimes.week;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullTimeValidatorTest {
    private static List<Finding> findings(int lessonsADay, String... dates) {
        var found = new FindingCollector("cafe", school().build());
        FullTimeValidator.check(Arrays.stream(dates).map(LocalDate::parse).toList(), lessonsADay, 35, 2, found);
        return found.all();
    }

    @Test
    void requiredLessonsAndWeeksHaveNoFinding() {
        assertThat(findings(35, "2026-08-10", "2026-08-17")).isEmpty();
    }

    @Test
    void oneMissingLessonIsReportedWithTheWeekOfFewestAndTheNumberOfOthers() {
        assertThat(findings(34, "2026-08-10", "2026-08-17"))
                .containsExactly(Finding.warning("cafe.few-lessons", "/parameters/lessons", week(33), 34, 35, 1));
        assertThat(findings(18, "2026-08-10", "2026-08-11", "2026-08-17"))
                .containsExactly(Finding.warning("cafe.few-lessons", "/parameters/lessons", week(34), 18, 35, 0));
    }

    @Test
    void missingWeekIsReported() {
        assertThat(findings(35, "2026-08-10"))
                .containsExactly(Finding.warning("cafe.few-weeks", "/parameters/weeks", 1, 2));
    }

    @Test
    void weekendsCountInTheTotal() {
        assertThat(findings(35, "2026-08-15", "2026-08-22")).isEmpty();
        assertThat(findings(34, "2026-08-15", "2026-08-23"))
                .containsExactly(Finding.warning("cafe.few-lessons-in-all", "/parameters/dates", 68, 70));
        assertThat(findings(35)).isEmpty();
    }
}
