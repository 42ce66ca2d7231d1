package dk.grundskema.domain.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A stretch of true time, whatever the clocks on the wall do meanwhile.
 *
 * @param start first minute, in minutes since 1970 in UTC
 * @param end   minute after the last, in the same count; never before {@code start}
 */
public record Interval(long start, long end) implements Comparable<Interval> {
    /** @throws IllegalArgumentException if the end is before the start */
    public Interval {
        if (end < start) {
            throw new IllegalArgumentException(
                    "The interval ends (%d) before it starts (%d).\nMaybe the two were exchanged?"
                            .formatted(end, start));
        }
    }

    /** The stretch between two moments on the wall clock of a zone; a start in the hour that spring skips begins after it. */
    public static Interval between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        long first = minute(start, zone);
        return new Interval(first, Math.max(first, minute(end, zone)));
    }

    /** The minute, since 1970 in UTC, at which a zone's wall clock first shows the given time. */
    public static long minute(LocalDateTime moment, ZoneId zone) {
        return Math.floorDiv(moment.atZone(zone).toEpochSecond(), 60L);
    }

    /** What the wall clock of a zone shows at the given minute since 1970 in UTC. */
    public static LocalDateTime moment(long minute, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60), zone);
    }

    /** Length in elapsed minutes. */
    public long minutes() {
        return end - start;
    }

    /** Minutes that lie in both; 0 if they only touch. */
    public long overlap(Interval other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** Whether some minute lies in both; stretches that touch don't overlap. */
    public boolean overlaps(Interval other) {
        return start < other.end && other.start < end;
    }

    /** Earlier start first, then earlier end. */
    @Override
    public int compareTo(Interval other) {
        return start == other.start ? Long.compare(end, other.end) : Long.compare(start, other.start);
    }
}
