package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a class's preparation in a finished timetable is what was asked for.
 *
 * @param parameters what was asked for
 * @param weeks      when the school is open
 */
record FinishedPreparation(CoTeachingParameters parameters, FinishedWeeks weeks) {
    /** Whether it is long enough, held in each week in which the school is open then, at working hours, by a co-teacher and a teacher. */
    boolean isWhole(Meeting meeting, Set<IsoWeek> ofClass, int minutes, Set<StaffId> teachers) {
        boolean isAlways = ofClass.stream()
                .filter(week -> weeks.isOpen(week, meeting.weekday()))
                .allMatch(week -> meeting.weeks().contains(week));
        boolean isLong = Duration.between(meeting.start(), meeting.end()).toMinutes() >= minutes;
        return isAlways && isLong && isAtWork(meeting) && isTogether(meeting, teachers);
    }

    private boolean isAtWork(Meeting meeting) {
        SharedPreparation hours = parameters.preparation();
        boolean isWorkday = hours.weekdays().isEmpty()
                ? meeting.weekday().compareTo(DayOfWeek.FRIDAY) <= 0
                : hours.weekdays().contains(meeting.weekday());
        return isWorkday
                && !meeting.start().isBefore(hours.earliest())
                && !meeting.end().isAfter(hours.latest())
                && (hours.starts().isEmpty() || hours.starts().contains(meeting.start()));
    }

    private static boolean isTogether(Meeting meeting, Set<StaffId> teachers) {
        boolean hasCoTeacher =
                meeting.seats().stream().anyMatch(seat -> seat.role().equals("co-teacher") && seat.staffId() != null);
        return hasCoTeacher
                && meeting.seats().stream()
                        .filter(seat -> seat.role().equals("teacher"))
                        .map(seat -> seat.staffId())
                        .filter(Objects::nonNull)
                        .anyMatch(teachers::contains);
    }
}
