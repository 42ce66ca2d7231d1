package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedAbsencesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Interval AWAY = from("08:00", "16:00");
    private static final List<Interval> HELD = List.of(from("09:00", "10:30"));

    private static Interval from(String start, String end) {
        return Interval.between(
                LocalDateTime.parse("2026-09-14T" + start), LocalDateTime.parse("2026-09-14T" + end), ZONE);
    }

    private static boolean isBusier(Interval... after) {
        return RecordedAbsences.isBusier(HELD, List.of(after), AWAY, ZONE);
    }

    @Test
    void dutyAtAnHourWithoutOneBeforeIsMore() {
        assertThat(isBusier(from("09:00", "10:30"), from("10:30", "11:00"))).isTrue();
        assertThat(isBusier(from("07:00", "08:01"))).isTrue();
        assertThat(isBusier(from("15:59", "17:00"))).isTrue();
    }

    @Test
    void longerDutyThatBeginsWithTheOldOneIsMore() {
        assertThat(isBusier(from("09:00", "15:00"))).isTrue();
        assertThat(isBusier(from("08:59", "10:30"))).isTrue();
    }

    @Test
    void otherDutyWithinTheHoursOfTheOldOneAndDutiesOutsideTheAbsenceAreNotMore() {
        assertThat(isBusier(from("09:15", "10:30"))).isFalse();
        assertThat(isBusier(from("07:00", "08:00"), from("16:00", "17:00"))).isFalse();
        assertThat(isBusier()).isFalse();
    }
}
