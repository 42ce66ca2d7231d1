package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.plugins.coteaching.ClassNeed;
import dk.grundskema.plugins.coteaching.CoTeachingType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class that is to get co-teaching, and what the plan gives it.
 *
 * @param need        the class's request
 * @param lessons     its lessons that may have a second adult
 * @param preparation its shared preparation; {@code null} means none
 */
record CoTaughtClass(
        ClassNeed need,
        List<CoTaughtLesson> lessons,
        @Nullable Meeting preparation) {
    private static final double FIRST = 10.5;
    private static final double SECOND = 14.5;

    boolean isTwoAlways() {
        return need.scheme() == CoTeachingType.TWO_ALWAYS;
    }

    /** Returns the requested minutes a week. */
    long askedMinutes(int lessonMinutes) {
        if (isTwoAlways()) {
            return lessons.stream().mapToLong(CoTaughtLesson::minutes).sum();
        }
        Double own = need.lessonsPerWeek();
        double asked = own != null ? own : need.scheme() == CoTeachingType.TYPE_1 ? FIRST : SECOND;
        return (long) Math.floor(asked * lessonMinutes);
    }

    /** Returns the minutes a week that the plan gives. */
    long givenMinutes() {
        return lessons.stream()
                .filter(CoTaughtLesson::isTaken)
                .mapToLong(CoTaughtLesson::minutes)
                .sum();
    }

    /** Returns the number of lessons of each co-teacher in the class. */
    Map<StaffId, Integer> lessonsByCoTeacher() {
        Map<StaffId, Integer> count = new LinkedHashMap<>();
        for (CoTaughtLesson one : lessons) {
            if (one.coTeacher() != null) {
                count.merge(one.coTeacher(), 1, Integer::sum);
            }
        }
        return count;
    }

    /** Returns the number of lessons with two adults of each of the class's own teachers. */
    Map<StaffId, Integer> lessonsByTeacher() {
        Map<StaffId, Integer> count = new LinkedHashMap<>();
        lessons.stream()
                .filter(CoTaughtLesson::isTaken)
                .forEach(one -> one.lesson().staffIds().forEach(who -> count.merge(who, 1, Integer::sum)));
        return count;
    }

    /** Returns the staff member who prepares in a role; {@code null} means nobody. */
    @Nullable
    StaffId preparer(String role) {
        return preparation == null
                ? null
                : preparation.seats().stream()
                        .filter(seat -> seat.role().equals(role) && seat.staffId() != null)
                        .map(seat -> Objects.requireNonNull(seat.staffId()))
                        .findFirst()
                        .orElse(null);
    }
}
