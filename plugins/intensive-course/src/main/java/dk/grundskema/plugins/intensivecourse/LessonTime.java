package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lesson of a base timetable, the same on each day.
 *
 * @param start time of day at which it starts
 * @param end   time of day at which it ends, after {@code start}
 */
public record LessonTime(LocalTime start, LocalTime end) {
    private static final List<LessonTime> SEVEN = Stream.of(
                    "08:30", "09:15", "10:20", "11:05", "12:30", "13:15", "14:15")
            .map(LocalTime::parse)
            .map(start -> new LessonTime(start, start.plusMinutes(45)))
            .toList();

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the end is not after the start */
    public LessonTime {
        new RecordValidator()
                .require(end.isAfter(start), "end", "lesson-time.turned-round", start, end)
                .throwIfInvalid();
    }

    /** Returns the time of the lesson on a date. */
    public MeetingTime on(LocalDate date) {
        return MeetingTime.on(date, start, end);
    }

    /** Returns seven lessons of 45 minutes from 8:30 to 15:00 with breaks, 35 in a week. A default of the product. */
    public static List<LessonTime> sevenLessons() {
        return SEVEN;
    }

    /**
     * Adds the error {@code <plugin>.lesson-overlap} for each lesson that starts before its predecessor ends, with the predecessor's end and the
     * lesson's start.
     */
    public static void check(List<LessonTime> lessons, FindingCollector findings, String place) {
        for (int i = 1; i < lessons.size(); i++) {
            LocalTime ends = lessons.get(i - 1).end;
            LocalTime starts = lessons.get(i).start;
            findings.errorUnless(!starts.isBefore(ends), "lesson-overlap", place + "/" + i, starts, ends);
        }
    }
}
