package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A class in some weeks of a finished timetable.
 *
 * @param need               what was asked for
 * @param first              first week of the span
 * @param last               last week of the span
 * @param weeks              its school weeks in which the class gets co-teaching
 * @param lessons            its eligible lessons
 * @param preparation        its shared preparation; {@code null} if there is none
 * @param askedLessons       lessons a week that it is to have at least; 0 with two adults always
 * @param askedMinutes       the same in minutes
 * @param priority           its need, 1 to 10
 * @param preparationMinutes minutes of shared preparation a week that it is to have
 */
record FinishedPattern(
        ClassNeed need,
        IsoWeek first,
        IsoWeek last,
        SortedSet<IsoWeek> weeks,
        List<HeldLesson> lessons,
        @Nullable Meeting preparation,
        double askedLessons,
        long askedMinutes,
        int priority,
        int preparationMinutes) {
    /**
     * A lesson as it is in the timetable.
     *
     * @param meeting its meeting
     * @param lesson  the fact
     * @param minutes what it adds to a full week
     * @param isParallel whether it is to be taught in two rooms
     */
    record HeldLesson(Meeting meeting, Lesson lesson, long minutes, boolean isParallel) {
        List<StaffId> coTeachers() {
            return meeting.seats().stream()
                    .filter(seat -> seat.role().equals("co-teacher"))
                    .map(MeetingSeat::staffId)
                    .filter(Objects::nonNull)
                    .toList();
        }

        boolean isCoTaught() {
            return !coTeachers().isEmpty();
        }

        /** Length by the clock, in minutes. */
        long length() {
            return Duration.between(meeting.start(), meeting.end()).toMinutes();
        }
    }

    /** Minutes of a full week that have a co-teacher. */
    long givenMinutes() {
        return lessons.stream()
                .filter(HeldLesson::isCoTaught)
                .mapToLong(HeldLesson::minutes)
                .sum();
    }

    /** Minutes of a full week that could have one. */
    long allMinutes() {
        return lessons.stream().mapToLong(HeldLesson::minutes).sum();
    }

    /** Minutes over all weeks that have a co-teacher. */
    long totalMinutes() {
        return lessons.stream()
                .filter(HeldLesson::isCoTaught)
                .mapToLong(held -> held.length() * held.meeting().weeks().size())
                .sum();
    }

    /** Whether a co-teacher and a teacher prepare together. */
    boolean isPrepared() {
        return preparation != null && isIn("co-teacher", preparation) && isIn("teacher", preparation);
    }

    private static boolean isIn(String role, Meeting meeting) {
        return meeting.seats().stream().anyMatch(seat -> seat.role().equals(role) && seat.staffId() != null);
    }
}
