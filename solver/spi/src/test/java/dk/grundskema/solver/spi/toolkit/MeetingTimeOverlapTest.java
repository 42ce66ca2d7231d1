package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingTimeOverlapTest {
    @Test
    void timesThatOverlapCountOnce() {
        assertThat(MeetingTimeOverlap.countDisjoint(List.of(
                        time(DayOfWeek.MONDAY, "08:00", "10:00", 33),
                        time(DayOfWeek.MONDAY, "08:00", "08:45", 33),
                        time(DayOfWeek.MONDAY, "08:45", "09:30", 33),
                        time(DayOfWeek.TUESDAY, "08:00", "08:45", 33))))
                .isEqualTo(3);
    }
}
