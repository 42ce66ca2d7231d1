package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A lesson of the base timetable, on each day of the course.
 *
 * @param start time of day at which it starts
 * @param end   time of day at which it ends, after {@code start}
 */
public record LessonTime(LocalTime start, LocalTime end) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it doesn't end after it starts */
    public LessonTime {
        new Checks()
                .that(end.isAfter(start), "end", "intensive-course.lesson.turned-round", start, end)
                .done();
    }

    /** The lesson on a date. */
    MeetingTime on(LocalDate date) {
        return MeetingTime.on(date, start, end);
    }
}
