package dk.grundskema.api.platform.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.testing.ManualTimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
    private static final int PER_MINUTE = 4;

    private final ManualTimeMeter time = new ManualTimeMeter();
    private final RateLimiter rates = new RateLimiter(PER_MINUTE, time);

    private void exhaust(String caller) {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(rates.tryTake(caller)).as("request %s", i).isNull();
        }
    }

    @Test
    void aCallerHasExactlySoManyRequestsAtOnce() {
        exhaust("one");
        assertThat(rates.tryTake("one")).isEqualTo(Duration.ofSeconds(15));
        assertThat(rates.tryTake("other")).isNull();
    }

    @Test
    void aRequestIsGivenBackAtItsMomentAndNotBefore() {
        exhaust("one");
        time.advance(Duration.ofSeconds(15).minusNanos(1));
        assertThat(rates.tryTake("one")).isEqualTo(Duration.ofNanos(1));
        time.advance(Duration.ofNanos(1));
        assertThat(rates.tryTake("one")).isNull();
        assertThat(rates.tryTake("one")).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void noMoreRequestsThanOneMinuteHasAreSavedUp() {
        time.advance(Duration.ofHours(1));
        exhaust("one");
        time.advance(Duration.ofHours(1));
        exhaust("one");
        assertThat(rates.tryTake("one")).isNotNull();
    }
}
