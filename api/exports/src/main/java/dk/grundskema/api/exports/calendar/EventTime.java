package dk.grundskema.api.exports.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time of an event: a span of hours, or whole days. Exactly one of {@code start} and {@code day} is set.
 *
 * @param start   when it begins; {@code null} for whole days
 * @param minutes duration, 0 or more; 0 for whole days
 * @param day     its first day; {@code null} for a span of hours
 * @param days    number of days, 1 or more; 0 for a span of hours
 */
public record EventTime(
        @Nullable Instant start, int minutes, @Nullable LocalDate day, int days) implements Comparable<EventTime> {
    /** @throws IllegalArgumentException if it has neither hours nor days, or both */
    public EventTime {
        boolean isOfHours = start != null && minutes >= 0 && day == null && days == 0;
        boolean isOfDays = start == null && minutes == 0 && day != null && days >= 1;
        if (!isOfHours && !isOfDays) {
            throw new IllegalArgumentException("An event has either hours or whole days, not (%s, %d, %s, %d)."
                    .formatted(start, minutes, day, days));
        }
    }

    /** Returns a span of hours. */
    public static EventTime ofHours(Instant start, int minutes) {
        return new EventTime(start, minutes, null, 0);
    }

    /** Returns whole days from {@code first} to {@code last}, inclusive. */
    public static EventTime ofDays(LocalDate first, LocalDate last) {
        return new EventTime(null, 0, first, (int) (last.toEpochDay() - first.toEpochDay()) + 1);
    }

    /** Returns whether it consists of whole days. */
    public boolean isOfDays() {
        return day != null;
    }

    /** Orders by start, whole days first, independent of a time zone. */
    @Override
    public int compareTo(EventTime other) {
        int byStart = Long.compare(sortKey(), other.sortKey());
        return byStart != 0 ? byStart : Integer.compare(minutes + days * 1440, other.minutes + other.days * 1440);
    }

    private long sortKey() {
        return start == null ? Objects.requireNonNull(day).toEpochDay() * 86_400 - 43_200 : start.getEpochSecond();
    }
}
