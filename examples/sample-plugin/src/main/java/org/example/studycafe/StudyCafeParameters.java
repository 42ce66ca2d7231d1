package org.example.studycafe;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a study café is to be held.
 *
 * @param timesAWeek how often a week it is held, each time on another weekday, 1 to 5
 * @param minutes    how long it takes, 15 to 240
 * @param usable     when it may be held
 * @param skill      skill that the tutor needs; null means that anybody may be
 * @param students   who comes
 */
public record StudyCafeParameters(
        @Default("2") int timesAWeek,
        @Default("60") int minutes,
        List<UsableTime> usable,
        @Nullable String skill,
        List<StudentId> students) {
    public StudyCafeParameters {
        usable = List.copyOf(usable);
        students = List.copyOf(students);
        new RecordValidator()
                .range("timesAWeek", timesAWeek, 1, 5)
                .range("minutes", minutes, 15, 240)
                .notEmpty("usable", usable)
                .distinct("students", students)
                .throwIfInvalid();
    }
}
