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
 * A class in a span of a finished timetable.
 *
 * @param need               the class's request
 * @param first              first week of the span
 * @param last               last week of the span
 * @param weeks              its school weeks in which the class gets co-teaching
 * @param lessons            its eligible lessons
 * @param preparation        its shared preparation; {@code null} if there is none
 * @param askedLessons       its minimum lessons a week; 0 with two adults always
 * @param askedMinutes       the same in minutes
 * @param priority           its need, 1 to 10
 * @param preparationMinutes requested minutes of shared preparation a week
 * @param isPrepared         whether a co-teacher and one of its teachers prepare for that long in each of its weeks,
 *         within working hours
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
    /** Tolerance for comparing numbers of lessons. */
    private static final double ROUNDING = 1e-6;

    /** Returns whether fewer lessons are requested than the guide's number of 45 minutes each. */
    boolean isBelowGuide(double guide, CoTeachingParameters parameters) {
        return askedLessons * parameters.lessonMinutes() / CoTeachingParameters.GUIDE_LESSON_MINUTES < guide - ROUNDING;
    }

    /** Returns whether a number of lessons other than the guide's is requested, in lessons of 45 minutes. */
    boolean isOtherThanGuide(double guide, CoTeachingParameters parameters) {
        double asked = askedLessons * parameters.lessonMinutes() / CoTeachingParameters.GUIDE_LESSON_MINUTES;
        return Math.abs(asked - guide) > ROUNDING;
    }

    /**
     * A lesson with its meeting in the timetable.
     *
     * @param meeting    its meeting
     * @param lesson     the lesson as given in the problem
     * @param minutes    minutes that it adds to a full week
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

        /** Returns its length in wall-clock minutes. */
        long length() {
            return Duration.between(meeting.start(), meeting.end()).toMinutes();
        }
    }

    /** Returns the minutes of a full week that have a co-teacher. */
    long givenMinutes() {
        return lessons.stream()
                .filter(HeldLesson::isCoTaught)
                .mapToLong(HeldLesson::minutes)
                .sum();
    }

    /** Returns the minutes of a full week that could have a co-teacher. */
    long allMinutes() {
        return lessons.stream().mapToLong(HeldLesson::minutes).sum();
    }

    /** Returns the minutes over all weeks that have a co-teacher. */
    long totalMinutes() {
        return lessons.stream()
                .filter(HeldLesson::isCoTaught)
                .mapToLong(held -> held.length() * held.meeting().weeks().size())
                .sum();
    }
}
