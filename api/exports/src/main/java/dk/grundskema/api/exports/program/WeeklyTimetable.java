package dk.grundskema.api.exports.program;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A plan as programs for weekly timetables see it: days, numbered periods, and lessons in them.
 *
 * @param title    title of the plan
 * @param texts    texts in the plan's language
 * @param weeks    calendar weeks that it describes, at least one
 * @param days     days of the week, at least Monday to Friday
 * @param grid     periods
 * @param subjects subjects of the lessons; without lessons that have none
 * @param staff    staff of the lessons by id
 * @param rooms    unique names of the rooms of the lessons by id
 * @param classes  unique names of the classes of the lessons by id
 * @param groups   unique names of the groups of the lessons by id
 * @param lessons  lessons in order of time
 * @param losses   what is left out or expressed differently
 */
record WeeklyTimetable(
        String title,
        Texts texts,
        List<IsoWeek> weeks,
        List<DayOfWeek> days,
        PeriodGrid grid,
        SortedSet<String> subjects,
        SortedMap<StaffId, Teacher> staff,
        SortedMap<RoomId, String> rooms,
        SortedMap<GroupId, String> classes,
        SortedMap<GroupId, String> groups,
        List<WeeklyLesson> lessons,
        LossCounter losses) {
    /**
     * A staff member.
     *
     * @param code unique short name
     * @param name first and last name
     */
    record Teacher(String code, String name) {}

    /** Returns the name of a class; the id if it is unknown. */
    String className(GroupId id) {
        return classes.getOrDefault(id, id.value());
    }

    /** Returns the name of a room; the id if it is unknown. */
    String roomName(RoomId id) {
        return rooms.getOrDefault(id, id.value());
    }

    /** Returns the subject of a lesson; the word for a lesson if it has none. */
    String subjectName(WeeklyLesson lesson) {
        return lesson.subject().isEmpty() ? texts.text("program.lesson") : lesson.subject();
    }

    /** Returns the names of the subjects of all lessons. */
    SortedSet<String> subjectNames() {
        return lessons.stream().map(this::subjectName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns how many lessons have no subject. */
    int withoutSubject() {
        return (int)
                lessons.stream().filter(lesson -> lesson.subject().isEmpty()).count();
    }

    /** Returns the short name of a staff member; the id if it is unknown. */
    String code(StaffId id) {
        Teacher teacher = staff.get(id);
        return teacher == null ? id.value() : teacher.code();
    }

    /** Returns what a part of a class is called within it. */
    String partName(LearnerSet learners) {
        return learners.group() == null
                ? texts.text("program.part", String.valueOf(learners.part()))
                : groups.getOrDefault(learners.group(), learners.group().value());
    }

    /** Returns whether two lessons are held at the same time in some week. */
    boolean areSimultaneous(WeeklyLesson one, WeeklyLesson other) {
        return areSimultaneous(grid.periods(), one, other);
    }

    /** Returns whether two lessons in these periods are held at the same time in some week. */
    static boolean areSimultaneous(List<GridPeriod> periods, WeeklyLesson one, WeeklyLesson other) {
        return one.weekday() == other.weekday()
                && !Collections.disjoint(one.weeks(), other.weeks())
                && startsBeforeEnd(periods, one, other)
                && startsBeforeEnd(periods, other, one);
    }

    private static boolean startsBeforeEnd(List<GridPeriod> periods, WeeklyLesson one, WeeklyLesson other) {
        return periods.get(one.period())
                .start()
                .isBefore(periods.get(other.period() + other.count() - 1).end());
    }
}
