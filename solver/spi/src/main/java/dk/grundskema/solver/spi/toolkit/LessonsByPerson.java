package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.LessonId;
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
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lessons of each person in the existing timetable. A student's lessons are those of the class and of every course and elective that the
 * student is a member of, in the weeks of that membership, and those that list the student. If it is not known which students of a group take part
 * in a lesson, all of them do.
 * <p>Lessons are indexed by group, staff member and single student. The lessons of a student are merged from these on first use and cached, because
 * callers ask about few of a municipality's students.
 */
public final class LessonsByPerson {
    /**
     * A lesson of a student.
     *
     * @param lesson the lesson
     * @param weeks  the weeks in which the student takes part
     */
    private record StudentLesson(Lesson lesson, SortedSet<IsoWeek> weeks) {
        boolean isInAllWeeks() {
            return weeks.size() == lesson.time().weeks().size();
        }
    }

    private static final DerivedOnce<LessonsByPerson> SHARED = new DerivedOnce<>(LessonsByPerson::new);

    private final Map<GroupId, List<Lesson>> ofGroups = new HashMap<>();
    private final Map<StaffId, List<Lesson>> ofStaff = new HashMap<>();
    private final Map<StudentId, List<Lesson>> ofSingle = new HashMap<>();
    private final Map<StudentId, Map<GroupId, SortedSet<IsoWeek>>> groupsOf = new HashMap<>();
    private final IdentityHashMap<Lesson, Integer> places = new IdentityHashMap<>();

    /** Computed on demand. */
    private final Map<StudentId, List<StudentLesson>> ofStudents = new ConcurrentHashMap<>();

    private LessonsByPerson(Problem problem) {
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

    /**
     * Returns the lessons of a problem's people; all interventions share them.
     *
     * @param problem the problem with lessons and groups
     */
    public static LessonsByPerson of(Problem problem) {
        return SHARED.of(problem);
    }

    private Map<GroupId, SortedSet<IsoWeek>> groups(StudentId student) {
        return groupsOf.computeIfAbsent(student, any -> new LinkedHashMap<>());
    }

    private static <K> void add(K key, Lesson lesson, Map<K, List<Lesson>> lessons) {
        lessons.computeIfAbsent(key, any -> new ArrayList<>()).add(lesson);
    }

    private List<StudentLesson> lessonsOf(StudentId student) {
        return ofStudents.computeIfAbsent(student, this::computeLessons);
    }

    private List<StudentLesson> computeLessons(StudentId student) {
        var own = new TreeMap<Integer, StudentLesson>();
        groupsOf.getOrDefault(student, Map.of())
                .forEach((group, weeks) -> ofGroups.getOrDefault(group, List.of())
                        .forEach(lesson -> add(new StudentLesson(lesson, commonWeeks(lesson, weeks)), own)));
        ofSingle.getOrDefault(student, List.of())
                .forEach(lesson -> add(new StudentLesson(lesson, lesson.time().weeks()), own));
        return List.copyOf(own.values());
    }

    /** Returns the weeks of a lesson in which a member takes part; empty {@code weeks} means all. */
    private static SortedSet<IsoWeek> commonWeeks(Lesson lesson, SortedSet<IsoWeek> weeks) {
        if (weeks.isEmpty()) {
            return lesson.time().weeks();
        }
        var both = new TreeSet<>(lesson.time().weeks());
        both.retainAll(weeks);
        return both;
    }

    private void add(StudentLesson one, Map<Integer, StudentLesson> own) {
        if (!one.weeks().isEmpty()) {
            own.merge(places.getOrDefault(one.lesson(), -1), one, LessonsByPerson::merge);
        }
    }

    private static StudentLesson merge(StudentLesson one, StudentLesson other) {
        var weeks = new TreeSet<>(one.weeks());
        weeks.addAll(other.weeks());
        return new StudentLesson(one.lesson(), weeks);
    }

    /** Returns the lessons of a student in any week, in the problem's order. */
    public List<Lesson> of(StudentId student) {
        return lessonsOf(student).stream().map(StudentLesson::lesson).toList();
    }

    /** Returns the weeks in which a student takes part in each of the student's lessons, in the problem's order. */
    public SequencedMap<LessonId, SortedSet<IsoWeek>> weeksByLesson(StudentId student) {
        var weeks = new LinkedHashMap<LessonId, SortedSet<IsoWeek>>();
        lessonsOf(student).forEach(own -> weeks.put(own.lesson().id(), own.weeks()));
        return Collections.unmodifiableSequencedMap(weeks);
    }

    /** Returns the lessons that list a group, in the problem's order. */
    public List<Lesson> of(GroupId group) {
        return List.copyOf(ofGroups.getOrDefault(group, List.of()));
    }

    /** Returns the lessons that a staff member teaches or is busy in, in the problem's order. */
    public List<Lesson> of(StaffId staff) {
        return List.copyOf(ofStaff.getOrDefault(staff, List.of()));
    }

    /** Returns the lessons of a student that overlap a time, in the weeks in which the student takes part. */
    public List<Lesson> overlapping(StudentId student, MeetingTime time) {
        return lessonsOf(student).stream()
                .filter(own -> MeetingTimeOverlap.overlaps(own.lesson().time(), time)
                        && (own.isInAllWeeks()
                                || MeetingTimeOverlap.overlaps(
                                        inWeeks(own.weeks(), own.lesson().time()), time)))
                .map(StudentLesson::lesson)
                .toList();
    }

    private static MeetingTime inWeeks(SortedSet<IsoWeek> weeks, MeetingTime time) {
        return new MeetingTime(weeks, time.weekday(), time.start(), time.end());
    }

    /** Returns the lessons of a staff member that overlap a time. */
    public List<Lesson> overlapping(StaffId staff, MeetingTime time) {
        return ofStaff.getOrDefault(staff, List.of()).stream()
                .filter(lesson -> MeetingTimeOverlap.overlaps(lesson.time(), time))
                .toList();
    }

    /**
     * Returns the staff members who teach a student a subject, in the problem's order of lessons.
     *
     * @param subject compared without case and surrounding blanks
     * @return empty if there is none
     */
    public Set<StaffId> teachers(StudentId student, String subject) {
        return teachers(of(student).stream()
                .filter(lesson -> WordMatcher.isSame(lesson.subject(), subject))
                .toList());
    }

    /** Returns the staff members who teach a group, in the problem's order of lessons. */
    public Set<StaffId> teachers(GroupId group) {
        return teachers(of(group));
    }

    /** Returns the staff members who teach a student and are therefore known to the student, in the problem's order of lessons. */
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
