package dk.grundskema.domain.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An interval of elapsed time, independent of time zones and clock changes.
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

    /** Returns the interval between two wall-clock times of a zone. A start in the hour that is skipped in spring is moved after it. */
    public static Interval between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        long first = toEpochMinute(start, zone);
        return new Interval(first, Math.max(first, toEpochMinute(end, zone)));
    }

    /** Returns the minute since 1970 in UTC at which the wall clock of a zone first shows the given time. */
    public static long toEpochMinute(LocalDateTime moment, ZoneId zone) {
        // In the hour that is skipped or repeated, the rules give the offset before the change.
        return Math.floorDiv(moment.toEpochSecond(zone.getRules().getOffset(moment)), 60L);
    }

    /** Returns the wall-clock time of a zone at the given minute since 1970 in UTC. */
    public static LocalDateTime toLocalDateTime(long minute, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60), zone);
    }

    /** Returns the length in elapsed minutes. */
    public long minutes() {
        return end - start;
    }

    /** Returns the minutes common to both; 0 if they only touch. */
    public long overlapMinutes(Interval other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** Returns whether a minute is common to both; intervals that only touch do not overlap. */
    public boolean overlaps(Interval other) {
        return start < other.end && other.start < end;
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Interval other) {
        return start == other.start ? Long.compare(end, other.end) : Long.compare(start, other.start);
    }
}
