package dk.grundskema.api.imports.mappingfile;

import dk.grundskema.domain.finding.RecordValidator;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Time of a lesson that is given by number or name.
 *
 * @param lesson   the lesson's number or name
 * @param start    start time
 * @param end      end time, on the same day
 * @param weekdays days with this time; empty means all
 */
public record Bell(String lesson, LocalTime start, LocalTime end, SortedSet<DayOfWeek> weekdays) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long, or it ends before it begins */
    public Bell {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        new RecordValidator()
                .name("lesson", lesson)
                .require(end.isAfter(start), "end", "time.no-duration", start)
                .throwIfInvalid();
    }
}
