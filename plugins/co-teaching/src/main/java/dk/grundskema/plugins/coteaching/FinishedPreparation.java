package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Determines whether a class's preparation in a finished timetable is as requested.
 *
 * @param parameters the parameters
 * @param weeks      weeks in which the school is open
 */
record FinishedPreparation(CoTeachingParameters parameters, FinishedWeeks weeks) {
    /**
     * Returns whether it is long enough, held within working hours in each week in which the school is open on that weekday, by a
     * co-teacher and a teacher.
     */
    boolean isComplete(Meeting meeting, Set<IsoWeek> ofClass, int minutes, Set<StaffId> teachers) {
        boolean isAlways = ofClass.stream()
                .filter(week -> weeks.isOpen(week, meeting.weekday()))
                .allMatch(week -> meeting.weeks().contains(week));
        boolean isLong = Duration.between(meeting.start(), meeting.end()).toMinutes() >= minutes;
        return isAlways && isLong && isInWorkingHours(meeting) && hasBothRoles(meeting, teachers);
    }

    private boolean isInWorkingHours(Meeting meeting) {
        SharedPreparation hours = parameters.preparation();
        boolean isWorkday = hours.weekdays().isEmpty()
                ? meeting.weekday().compareTo(DayOfWeek.FRIDAY) <= 0
                : hours.weekdays().contains(meeting.weekday());
        return isWorkday
                && !meeting.start().isBefore(hours.earliest())
                && !meeting.end().isAfter(hours.latest())
                && (hours.starts().isEmpty() || hours.starts().contains(meeting.start()));
    }

    private static boolean hasBothRoles(Meeting meeting, Set<StaffId> teachers) {
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
