package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose lessons are whose, by the existing timetable. A student's own timetable counts: the lessons of the class, of every course and elective that
 * the student is a member of, in the weeks of that membership, and those that name the student. Lessons of which it isn't known which students of
 * a group take part are those of all of them.
 */
public final class OwnLessons {
    /**
     * A lesson of a student.
     *
     * @param lesson the lesson
     * @param weeks  in which of its weeks it is the student's
     */
    private record Own(Lesson lesson, SortedSet<IsoWeek> weeks) {}

    private final Map<GroupId, List<Lesson>> ofGroups = new HashMap<>();
    private final Map<StaffId, List<Lesson>> ofStaff = new HashMap<>();
    private final Map<StudentId, List<Lesson>> ofSingle = new HashMap<>();
    private final Map<StudentId, Map<GroupId, SortedSet<IsoWeek>>> groupsOf = new HashMap<>();
    private final IdentityHashMap<Lesson, Integer> places = new IdentityHashMap<>();

    /** Worked out when they are asked for: a municipality has more lessons of students than anybody looks at. */
    private final Map<StudentId, List<Own>> ofStudents = new ConcurrentHashMap<>();

    /** @param problem whose lessons and groups count */
    public OwnLessons(Problem problem) {
        for (Lesson lesson : problem.lessons()) {
            places.put(lesson, places.size());
            lesson.teachers().forEach(who -> add(who, lesson, ofStaff));
            lesson.groupIds().forEach(group -> add(group, lesson, ofGroups));
            lesson.studentIds().forEach(one -> add(one, lesson, ofSingle));
        }
        for (Group group : problem.groups()) {
            group.members().forEach(one -> groups(one.studentId()).put(group.id(), one.weeks()));
        }
        for (Student student : problem.students()) {
            GroupId home = student.classGroup();
            if (home != null) {
                groups(student.id()).putIfAbsent(home, Collections.emptySortedSet());
            }
        }
    }

    private Map<GroupId, SortedSet<IsoWeek>> groups(StudentId student) {
        return groupsOf.computeIfAbsent(student, any -> new LinkedHashMap<>());
    }

    private static <K> void add(K key, Lesson lesson, Map<K, List<Lesson>> lessons) {
        lessons.computeIfAbsent(key, any -> new ArrayList<>()).add(lesson);
    }

    private List<Own> lessonsOf(StudentId student) {
        return ofStudents.computeIfAbsent(student, this::workedOut);
    }

    private List<Own> workedOut(StudentId student) {
        var own = new TreeMap<Integer, Own>();
        groupsOf.getOrDefault(student, Map.of())
                .forEach((group, weeks) -> ofGroups.getOrDefault(group, List.of())
                        .forEach(lesson -> add(new Own(lesson, common(lesson, weeks)), own)));
        ofSingle.getOrDefault(student, List.of())
                .forEach(lesson -> add(new Own(lesson, lesson.time().weeks()), own));
        return List.copyOf(own.values());
    }

    /** The weeks of a lesson in which somebody is a member; no weeks of membership mean all. */
    private static SortedSet<IsoWeek> common(Lesson lesson, SortedSet<IsoWeek> weeks) {
        if (weeks.isEmpty()) {
            return lesson.time().weeks();
        }
        var both = new TreeSet<>(lesson.time().weeks());
        both.retainAll(weeks);
        return both;
    }

    private void add(Own one, Map<Integer, Own> own) {
        if (!one.weeks().isEmpty()) {
            own.merge(places.getOrDefault(one.lesson(), -1), one, OwnLessons::both);
        }
    }

    private static Own both(Own one, Own other) {
        var weeks = new TreeSet<>(one.weeks());
        weeks.addAll(other.weeks());
        return new Own(one.lesson(), weeks);
    }

    /** The lessons of a student in some week, in the problem's order. */
    public List<Lesson> of(StudentId student) {
        return lessonsOf(student).stream().map(Own::lesson).toList();
    }

    /** The lessons that a group is named in, in the problem's order. */
    public List<Lesson> of(GroupId group) {
        return List.copyOf(ofGroups.getOrDefault(group, List.of()));
    }

    /** The lessons that somebody teaches or is busy in, in the problem's order. */
    public List<Lesson> of(StaffId staff) {
        return List.copyOf(ofStaff.getOrDefault(staff, List.of()));
    }

    /** The lessons of a student that overlap a time, in the weeks in which they are the student's. */
    public List<Lesson> inTheWay(StudentId student, MeetingTime time) {
        return lessonsOf(student).stream()
                .filter(own -> Overlaps.overlap(own.lesson().time(), time)
                        && Overlaps.overlap(in(own.weeks(), own.lesson().time()), time))
                .map(Own::lesson)
                .toList();
    }

    private static MeetingTime in(SortedSet<IsoWeek> weeks, MeetingTime time) {
        return new MeetingTime(weeks, time.weekday(), time.start(), time.end());
    }

    /** The lessons of a member of staff that overlap a time. */
    public List<Lesson> inTheWay(StaffId staff, MeetingTime time) {
        return ofStaff.getOrDefault(staff, List.of()).stream()
                .filter(lesson -> Overlaps.overlap(lesson.time(), time))
                .toList();
    }

    /**
     * Who teaches a student a subject, in the problem's order of lessons.
     *
     * @param subject as the timetable writes it; capitals and blanks around it don't matter
     * @return empty if nobody does
     */
    public Set<StaffId> teachers(StudentId student, String subject) {
        return teachers(of(student).stream()
                .filter(lesson -> Words.same(lesson.subject(), subject))
                .toList());
    }

    /** Who teaches a group anything, in the problem's order of lessons. */
    public Set<StaffId> teachers(GroupId group) {
        return teachers(of(group));
    }

    /** Who teaches a student anything, in the problem's order of lessons: whom the student knows. */
    public Set<StaffId> teachers(StudentId student) {
        return teachers(of(student));
    }

    private static Set<StaffId> teachers(List<Lesson> lessons) {
        Set<StaffId> teachers = new LinkedHashSet<>();
        for (Lesson lesson : lessons) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                teachers.addAll(lesson.teachers());
            }
        }
        return teachers;
    }
}
