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
 * @param isPrepared         whether a co-teacher and one of its teachers prepare for so long in each of its weeks, within working hours
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
        int preparationMinutes,
        boolean isPrepared) {
    /** Lessons less than which no difference is meant. */
    private static final double ROUNDING = 1e-6;

    /** Whether fewer lessons are asked for than so many of 45 minutes. */
    boolean isBelow(double guide, CoTeachingParameters parameters) {
        return askedLessons * parameters.lessonMinutes() / CoTeachingParameters.GUIDE_LESSON_MINUTES < guide - ROUNDING;
    }

    /** Whether another number of lessons is asked for than so many of 45 minutes. */
    boolean isOther(double guide, CoTeachingParameters parameters) {
        double asked = askedLessons * parameters.lessonMinutes() / CoTeachingParameters.GUIDE_LESSON_MINUTES;
        return Math.abs(asked - guide) > ROUNDING;
    }

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
}
