package dk.grundskema.api.imports.systems.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.systems.calendar.RecurrenceRule.RecurrenceResult;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often is too often for lessons, to the last time. */
class RecurrenceRuleTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 8, 10, 8, 0);
    private static final RecurrenceResult TOO_OFTEN = new RecurrenceResult.TooOften();

    private static RecurrenceResult times(String rule, long hours) {
        return new RecurrenceRule(rule)
                .expand(FIRST, ZoneId.of("Europe/Copenhagen"), FIRST.minusDays(1), FIRST.plusHours(hours));
    }

    private static int count(RecurrenceResult outcome) {
        return outcome instanceof RecurrenceResult.Times found ? found.times().size() : -1;
    }

    @Test
    void twoThousandTimesAreNotTooMany() {
        assertThat(count(times("FREQ=HOURLY;COUNT=2000", 5_000))).isEqualTo(2000);
        assertThat(times("FREQ=HOURLY;COUNT=2001", 5_000)).isEqualTo(TOO_OFTEN);
    }

    @Test
    void aHundredThousandStepsAreCounted() {
        assertThat(count(times("FREQ=HOURLY;COUNT=1", 100_000))).isEqualTo(1);
        assertThat(times("FREQ=HOURLY;COUNT=1", 100_001)).isEqualTo(TOO_OFTEN);
        assertThat(count(times("FREQ=HOURLY;COUNT=1;INTERVAL=2", 100_001))).isEqualTo(1);
    }

    @Test
    void aDayHasAtMost24Times() {
        String all = IntStream.range(0, 24).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(count(times("FREQ=DAILY;COUNT=3;BYHOUR=" + all, 100))).isEqualTo(3);
        assertThat(times("FREQ=DAILY;COUNT=3;BYHOUR=" + all + ",23", 100)).isEqualTo(TOO_OFTEN);
        assertThat(count(times("FREQ=DAILY;COUNT=3;BYHOUR=8,9,10,11,12,13;BYMINUTE=0,10,20,30", 100)))
                .isEqualTo(3);
        assertThat(times("FREQ=DAILY;COUNT=3;BYHOUR=8,9,10,11,12;BYMINUTE=0,10,20,30,40", 100))
                .isEqualTo(TOO_OFTEN);
    }

    @Test
    void unreadableRuleIsBroken() {
        var broken = new RecurrenceResult.Broken();

        assertThat(times("FREQ=SOMETIMES", 100)).isEqualTo(broken);
        assertThat(times("COUNT=3", 100)).isEqualTo(broken);
        assertThat(times("FREQ=DAILY;INTERVAL=0", 100)).isEqualTo(broken);
        assertThat(times("FREQ=DAILY;UNTIL=2026", 100)).isEqualTo(broken);
        assertThat(times("FREQ=DAILY;BYDAY=" + "X".repeat(2000), 100)).isEqualTo(broken);
        assertThat(times("FREQ=DAILY;BYDAY=" + "X".repeat(2001), 100)).isEqualTo(TOO_OFTEN);
    }
}
