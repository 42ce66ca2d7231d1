package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.ManualTimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RatesTest {
    private static final int PER_MINUTE = 4;

    private final ManualTimeMeter time = new ManualTimeMeter();
    private final Rates rates = new Rates(PER_MINUTE, time);

    private void exhaust(String caller) {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(rates.wait(caller)).as("request %s", i).isNull();
        }
    }

    @Test
    void aCallerHasExactlySoManyRequestsAtOnce() {
        exhaust("one");
        assertThat(rates.wait("one")).isEqualTo(Duration.ofSeconds(15));
        assertThat(rates.wait("other")).isNull();
    }

    @Test
    void aRequestIsGivenBackAtItsMomentAndNotBefore() {
        exhaust("one");
        time.advance(Duration.ofSeconds(15).minusNanos(1));
        assertThat(rates.wait("one")).isEqualTo(Duration.ofNanos(1));
        time.advance(Duration.ofNanos(1));
        assertThat(rates.wait("one")).isNull();
        assertThat(rates.wait("one")).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void noMoreRequestsThanOneMinuteHasAreSavedUp() {
        time.advance(Duration.ofHours(1));
        exhaust("one");
        time.advance(Duration.ofHours(1));
        exhaust("one");
        assertThat(rates.wait("one")).isNotNull();
    }
}
