package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lesson of a base timetable, the same on each day. For the parameters of any plugin.
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

    /** @throws dk.grundskema.domain.finding.InvalidValueException if it doesn't end after it starts */
    public LessonTime {
        new Checks()
                .that(end.isAfter(start), "end", "lesson-time.turned-round", start, end)
                .done();
    }

    /** The lesson on a date. */
    public MeetingTime on(LocalDate date) {
        return MeetingTime.on(date, start, end);
    }

    /** Seven lessons of 45 minutes from 8:30 to 15:00 with breaks, which is ours: 35 in a week. */
    public static List<LessonTime> seven() {
        return SEVEN;
    }

    /** Adds the error {@code <plugin>.lesson-overlap} for each lesson that starts, as the first argument says, before the one before it ends. */
    public static void check(List<LessonTime> lessons, FindingList findings, String place) {
        for (int i = 1; i < lessons.size(); i++) {
            LocalTime ends = lessons.get(i - 1).end;
            LocalTime starts = lessons.get(i).start;
            findings.unless(!starts.isBefore(ends), "lesson-overlap", place + "/" + i, starts, ends);
        }
    }
}
