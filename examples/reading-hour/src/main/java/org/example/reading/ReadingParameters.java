package org.example.reading;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/**
 * How reading hours are to be held.
 *
 * @param timesAWeek how often a week, 1 to 5
 * @param usable     when they may be held
 * @param students   who comes
 */
public record ReadingParameters(@Default("2") int timesAWeek, List<UsableTime> usable, List<StudentId> students) {
    public ReadingParameters {
        usable = List.copyOf(usable);
        students = List.copyOf(students);
        new RecordValidator()
                .range("timesAWeek", timesAWeek, 1, 5)
                .notEmpty("usable", usable)
                .throwIfInvalid();
    }
}
