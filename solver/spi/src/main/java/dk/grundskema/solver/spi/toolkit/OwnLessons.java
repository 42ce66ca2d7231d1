package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose lessons are whose, by the existing timetable. A student's own timetable counts: the lessons of the class, of every course and elective that
 * the student is a member of, in the weeks of that membership, and those that name the student. Lessons of which it isn't known which students of
 * a group take part are those of all of them.
 */
public final class OwnLessons {
    private final Map<GroupId, List<Lesson>> ofGroups = new HashMap<>();
    private final Map<StaffId, List<Lesson>> ofStaff = new HashMap<>();
    private final Map<StudentId, Map<Lesson, SortedSet<IsoWeek>>> ofStudents = new HashMap<>();

    /** @param problem whose lessons and groups count */
    public OwnLessons(Problem problem) {
        Map<GroupId, Collection<GroupMember>> members = members(problem);
        for (Lesson lesson : problem.lessons()) {
            lesson.teachers().forEach(who -> add(who, lesson, ofStaff));
            for (GroupId group : lesson.groupIds()) {
                add(group, lesson, ofGroups);
                members.getOrDefault(group, List.of()).forEach(one -> add(one, lesson));
            }
            lesson.studentIds().forEach(one -> add(GroupMember.always(one), lesson));
        }
    }

    private static Map<GroupId, Collection<GroupMember>> members(Problem problem) {
        Map<GroupId, Collection<GroupMember>> members = new HashMap<>();
        for (Group group : problem.groups()) {
            members.put(group.id(), new LinkedHashSet<>(group.members()));
        }
        for (Student student : problem.students()) {
            GroupId home = student.classGroup();
            var ofClass = home == null ? null : members.get(home);
            if (ofClass != null
                    && ofClass.stream().noneMatch(one -> one.studentId().equals(student.id()))) {
                ofClass.add(GroupMember.always(student.id()));
            }
        }
        return members;
    }

    private static <K> void add(K key, Lesson lesson, Map<K, List<Lesson>> lessons) {
        lessons.computeIfAbsent(key, any -> new ArrayList<>()).add(lesson);
    }

    private void add(GroupMember member, Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        if (!member.weeks().isEmpty()) {
            weeks.retainAll(member.weeks());
        }
        if (!weeks.isEmpty()) {
            ofStudents
                    .computeIfAbsent(member.studentId(), any -> new LinkedHashMap<>())
                    .merge(lesson, weeks, OwnLessons::both);
        }
    }

    private static SortedSet<IsoWeek> both(SortedSet<IsoWeek> some, SortedSet<IsoWeek> more) {
        var weeks = new TreeSet<>(some);
        weeks.addAll(more);
        return weeks;
    }

    /** The lessons of a student in some week, in the problem's order. */
    public List<Lesson> of(StudentId student) {
        return List.copyOf(ofStudents.getOrDefault(student, Map.of()).keySet());
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
        var found = new ArrayList<Lesson>();
        ofStudents.getOrDefault(student, Map.of()).forEach((lesson, weeks) -> {
            if (Overlaps.overlap(lesson.time(), time) && Overlaps.overlap(in(weeks, lesson.time()), time)) {
                found.add(lesson);
            }
        });
        return found;
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
        Set<StaffId> teachers = new LinkedHashSet<>();
        for (Lesson lesson : ofStudents.getOrDefault(student, Map.of()).keySet()) {
            if (lesson.kind() == Lesson.Kind.TEACHING && Words.same(lesson.subject(), subject)) {
                teachers.addAll(lesson.teachers());
            }
        }
        return teachers;
    }

    /** Who teaches a group anything, in the problem's order of lessons. */
    public Set<StaffId> teachers(GroupId group) {
        Set<StaffId> teachers = new LinkedHashSet<>();
        for (Lesson lesson : of(group)) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                teachers.addAll(lesson.teachers());
            }
        }
        return teachers;
    }

    /** Who teaches a student anything, in the problem's order of lessons: whom the student knows. */
    public Set<StaffId> teachers(StudentId student) {
        Set<StaffId> teachers = new LinkedHashSet<>();
        for (Lesson lesson : ofStudents.getOrDefault(student, Map.of()).keySet()) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                teachers.addAll(lesson.teachers());
            }
        }
        return teachers;
    }
}
