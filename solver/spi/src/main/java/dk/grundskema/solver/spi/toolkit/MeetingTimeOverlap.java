package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.time.MeetingTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Determines which meeting times overlap in some week, in wall-clock time. */
public final class MeetingTimeOverlap {
    private MeetingTimeOverlap() {}

    /** Returns whether a minute of some week lies in both; times that only touch do not overlap. */
    public static boolean overlaps(MeetingTime one, MeetingTime other) {
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

    /** Returns the largest number of the given times that do not overlap. Greedy by weekday and earliest end. */
    public static int countDisjoint(List<MeetingTime> times) {
        var taken = new ArrayList<MeetingTime>();
        times.stream()
                .sorted(Comparator.comparing(MeetingTime::weekday).thenComparing(MeetingTime::end))
                .filter(time -> taken.stream().noneMatch(one -> overlaps(one, time)))
                .forEach(taken::add);
        return taken.size();
    }
}
