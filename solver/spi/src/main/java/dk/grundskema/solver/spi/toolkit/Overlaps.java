package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.time.MeetingTime;
import java.time.ZoneOffset;
import java.util.Collections;

/** Whether meeting times are in each other's way, in some week and by the clock on the wall. */
public final class Overlaps {
    private Overlaps() {}

    /** Whether some minute of some week lies in both; times that touch don't overlap. */
    public static boolean overlap(MeetingTime one, MeetingTime other) {
        if (one.endsNextDay() || other.endsNextDay()) {
            var others = other.intervals(ZoneOffset.UTC);
            return one.intervals(ZoneOffset.UTC).stream()
                    .anyMatch(interval -> others.stream().anyMatch(interval::overlaps));
        }
        return one.weekday() == other.weekday()
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end())
                && !Collections.disjoint(one.weeks(), other.weeks());
    }
}
