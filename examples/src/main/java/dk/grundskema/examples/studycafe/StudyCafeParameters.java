package dk.grundskema.examples.studycafe;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StudentId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a study café is to be held.
 *
 * @param timesAWeek how often a week it is held, each time on another weekday, 1 to 5
 * @param weekdays   weekdays to choose from
 * @param starts     starts to choose from
 * @param minutes    how long it takes, 15 to 240
 * @param roomKind   kind of room that will do
 * @param skill      skill that the tutor needs; {@code null} means that anybody may be
 * @param students   who comes
 */
public record StudyCafeParameters(
        @Default("2") int timesAWeek,
        SortedSet<DayOfWeek> weekdays,
        SortedSet<LocalTime> starts,
        @Default("60") int minutes,
        @Default("\"classroom\"") String roomKind,
        @Nullable String skill,
        List<StudentId> students) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or the kind of room is blank */
    public StudyCafeParameters {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        starts = Collections.unmodifiableSortedSet(new TreeSet<>(starts));
        students = List.copyOf(students);
        new Checks()
                .range("timesAWeek", timesAWeek, 1, 5)
                .range("minutes", minutes, 15, 240)
                .name("roomKind", roomKind)
                .done();
    }
}
