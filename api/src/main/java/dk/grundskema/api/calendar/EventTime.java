package dk.grundskema.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an event is: a stretch of hours, or whole days. Either {@code start} or {@code day} is there.
 *
 * @param start   when it begins; {@code null} if it is of whole days
 * @param minutes how long it lasts, 0 or more; 0 if it is of whole days
 * @param day     its first day; {@code null} if it is of hours
 * @param days    how many days, 1 or more; 0 if it is of hours
 */
public record EventTime(
        @Nullable Instant start, int minutes, @Nullable LocalDate day, int days) implements Comparable<EventTime> {
    /** @throws IllegalArgumentException if it is neither of hours nor of days, or of both */
    public EventTime {
        boolean isOfHours = start != null && minutes >= 0 && day == null && days == 0;
        boolean isOfDays = start == null && minutes == 0 && day != null && days >= 1;
        if (!isOfHours && !isOfDays) {
            throw new IllegalArgumentException("An event is of hours or of whole days, not of (%s, %d, %s, %d)."
                    .formatted(start, minutes, day, days));
        }
    }

    /** A stretch of hours. */
    public static EventTime ofHours(Instant start, int minutes) {
        return new EventTime(start, minutes, null, 0);
    }

    /** Whole days from one to another, both included. */
    public static EventTime ofDays(LocalDate first, LocalDate last) {
        return new EventTime(null, 0, first, (int) (last.toEpochDay() - first.toEpochDay()) + 1);
    }

    /** Whether it is of whole days. */
    public boolean isOfDays() {
        return day != null;
    }

    /** By when they begin, whole days first, in no zone in particular. */
    @Override
    public int compareTo(EventTime other) {
        int byStart = Long.compare(begin(), other.begin());
        return byStart != 0 ? byStart : Integer.compare(minutes + days * 1440, other.minutes + other.days * 1440);
    }

    private long begin() {
        return start == null ? Objects.requireNonNull(day).toEpochDay() * 86_400 - 43_200 : start.getEpochSecond();
    }
}
