package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Lesson;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in which a class may have a second adult, and its result in the plan.
 *
 * @param lesson        the lesson
 * @param coTeacher     the second adult; {@code null} means nobody
 * @param isParallel    whether each adult needs a room
 * @param hasSecondRoom whether there is a second room
 */
record CoTaughtLesson(Lesson lesson, @Nullable StaffId coTeacher, boolean isParallel, boolean hasSecondRoom) {
    boolean isTaken() {
        return coTeacher != null;
    }

    int minutes() {
        return (lesson.time().end().toSecondOfDay() - lesson.time().start().toSecondOfDay()) / 60;
    }

    int weeks() {
        return lesson.time().weeks().size();
    }
}
