package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A lesson of a timetable of numbered periods.
 *
 * @param subject   subject or title, without names of students; empty if it has neither
 * @param learners  students by class; empty means none or unknown ones
 * @param pulledOut whether the students are taken out of the lessons of their classes
 * @param teachers  staff; empty means none
 * @param rooms     rooms; empty means none
 * @param weekday   day of the week
 * @param period    index of its first period in the grid, from 0
 * @param count     number of periods, at least 1
 * @param weeks     indices of its weeks among the weeks of the file, from 0; at least one
 */
record WeeklyLesson(
        String subject,
        List<LearnerSet> learners,
        boolean pulledOut,
        List<StaffId> teachers,
        List<RoomId> rooms,
        DayOfWeek weekday,
        int period,
        int count,
        SortedSet<Integer> weeks) {
    /** Copies the lists. */
    WeeklyLesson {
        learners = List.copyOf(learners);
        teachers = List.copyOf(teachers);
        rooms = List.copyOf(rooms);
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
    }

    /** What lessons of the same kind have in common: subject, students, staff, rooms and length. */
    record Series(String subject, List<LearnerSet> learners, List<StaffId> teachers, List<RoomId> rooms, int count) {}

    Series series() {
        return new Series(subject, learners, teachers, rooms, count);
    }

    WeeklyLesson withLearners(List<LearnerSet> others) {
        return new WeeklyLesson(subject, others, pulledOut, teachers, rooms, weekday, period, count, weeks);
    }

    /** Returns whether it is held in a week, on a day and in a period. */
    boolean isHeldAt(int week, DayOfWeek day, int index) {
        return weekday == day && index >= period && index < period + count && weeks.contains(week);
    }
}
