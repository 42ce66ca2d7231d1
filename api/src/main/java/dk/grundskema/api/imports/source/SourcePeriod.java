package dk.grundskema.api.imports.source;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a lesson of a number or name is.
 *
 * @param place    where
 * @param name     the lesson's number or name
 * @param weekdays days on which it is then; empty means all
 * @param start    when it begins
 * @param end      when it ends; after {@code start}
 */
public record SourcePeriod(Place place, String name, SortedSet<DayOfWeek> weekdays, LocalTime start, LocalTime end) {
    /** Copies the days. */
    public SourcePeriod {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
    }
}
