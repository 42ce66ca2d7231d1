package dk.grundskema.api.imports.mapping;

import dk.grundskema.domain.finding.Checks;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When lessons of a number or name are.
 *
 * @param lesson   the lesson's number or name
 * @param start    when it begins
 * @param end      when it ends, on the same day
 * @param weekdays days on which it is then; empty means all
 */
public record Bell(String lesson, LocalTime start, LocalTime end, SortedSet<DayOfWeek> weekdays) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is blank or too long, or it ends before it begins */
    public Bell {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        new Checks()
                .name("lesson", lesson)
                .that(end.isAfter(start), "end", "time.no-duration", start)
                .done();
    }
}
