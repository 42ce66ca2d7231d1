package dk.grundskema.api.platform.testing;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock for limits per minute that stands still until a test advances it, so that no test depends on the machine's speed. */
public final class ManualTimeMeter implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong();

    /** Advances the clock. */
    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
