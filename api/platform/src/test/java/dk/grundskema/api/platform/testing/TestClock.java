package dk.grundskema.api.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of services in tests. It goes on from a morning after the camps of the examples, so that no test depends on the date of the machine.
 * Browsers, identity providers and programs that run beside a service keep the real time.
 */
public final class TestClock {
    /** Attendance can be recorded for all meetings of the example camps, and people and plans are not yet due to be forgotten. */
    public static final Instant START = Instant.parse("2026-10-01T06:00:00Z");

    @SuppressWarnings("TimeInStaticInitializer") // it goes on from START since it was first asked
    private static final InstantSource CLOCK = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), START));

    private TestClock() {}

    /** Returns the clock. */
    public static InstantSource source() {
        return CLOCK;
    }

    /** Returns the present time of services in tests. */
    public static Instant now() {
        return CLOCK.instant();
    }
}
