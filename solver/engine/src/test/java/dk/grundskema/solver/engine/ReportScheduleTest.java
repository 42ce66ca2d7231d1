package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportScheduleTest {
    private final ReportSchedule schedule = new ReportSchedule(1_000);

    @Test
    void firstPlanIsReportedAtOnce() {
        assertThat(schedule.isDue(1_000, false)).isTrue();
    }

    @Test
    void pauseIsTwelveTimesAsLongAsTheReport() {
        schedule.recordReport(2_000, 2_010, false);
        assertThat(schedule.isDue(2_119, false)).isFalse();
        assertThat(schedule.isDue(2_120, false)).isTrue();
    }

    @Test
    void firstPlanWithoutFaultsDoesNotWait() {
        schedule.recordReport(2_000, 2_010, false);
        assertThat(schedule.isDue(2_011, true)).isTrue();
    }

    @Test
    void laterPlansWithoutFaultsWait() {
        schedule.recordReport(2_000, 2_010, true);
        assertThat(schedule.isDue(2_119, true)).isFalse();
        assertThat(schedule.isDue(2_120, true)).isTrue();
        schedule.recordReport(2_120, 2_130, false);
        assertThat(schedule.isDue(2_131, true)).isFalse();
    }
}
