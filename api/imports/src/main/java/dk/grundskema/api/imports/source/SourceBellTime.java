package dk.grundskema.api.imports.source;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Time of a lesson that is given by number or name.
 *
 * @param place    its place
 * @param name     the lesson's number or name
 * @param weekdays days with this time; empty means all
 * @param start    start time
 * @param end      end time; after {@code start}
 */
public record SourceBellTime(
        SourceLocation place, String name, SortedSet<DayOfWeek> weekdays, LocalTime start, LocalTime end) {
    /** Copies the days. */
    public SourceBellTime {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
    }
}
