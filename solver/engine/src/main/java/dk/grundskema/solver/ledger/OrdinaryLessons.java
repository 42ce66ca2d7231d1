package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** The members of groups, given or formed, and the ordinary lessons of each student. */
final class OrdinaryLessons {
    private record LessonHour(DayOfWeek weekday, LocalTime start, LocalTime end, Set<GroupId> groups) {}

    private final Problem problem;
    private final Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> members = new HashMap<>();
    private final Map<GroupId, List<Lesson>> lessonsOfGroup = new HashMap<>();
    private final Map<StudentId, List<Lesson>> namedIn = new HashMap<>();
    private final Map<StudentId, List<Lesson>> lessonsOf = new HashMap<>();
    private final Map<LessonHour, List<Lesson>> byHour = new HashMap<>();

    OrdinaryLessons(Problem problem, Timetable timetable) {
        this.problem = problem;
        problem.groups().forEach(group -> addMembers(group.id(), group.members()));
        for (GroupMembers formed : timetable.groups()) {
            addMembers(formed.id(), formed.members());
        }
        for (Lesson lesson : problem.lessons()) {
            if (lesson.kind() == Lesson.Kind.TEACHING) {
                lesson.groupIds()
                        .forEach(group -> lessonsOfGroup
                                .computeIfAbsent(group, any -> new ArrayList<>())
                                .add(lesson));
                lesson.studentIds()
                        .forEach(student -> namedIn.computeIfAbsent(student, any -> new ArrayList<>())
                                .add(lesson));
                byHour.computeIfAbsent(hour(lesson), any -> new ArrayList<>()).add(lesson);
            }
        }
    }

    /** The weeks that the problem gives for a student in a group take precedence. */
    private void addMembers(GroupId group, List<GroupMember> some) {
        var all = members.computeIfAbsent(group, any -> new HashMap<>());
        some.forEach(member -> all.putIfAbsent(member.studentId(), member.weeks()));
    }

    private static LessonHour hour(Lesson lesson) {
        var time = lesson.time();
        return new LessonHour(time.weekday(), time.start(), time.end(), new HashSet<>(lesson.groupIds()));
    }

    /** Returns the lessons of the existing timetable that a meeting is; empty if it is none. */
    List<Lesson> lessonsHeldAs(Meeting meeting) {
        if (!meeting.kind().equals("lesson")) {
            return List.of();
        }
        var hour = new LessonHour(meeting.weekday(), meeting.start(), meeting.end(), new HashSet<>(meeting.groupIds()));
        return byHour.getOrDefault(hour, List.of()).stream()
                .filter(lesson -> lesson.time().weeks().containsAll(meeting.weeks()))
                .toList();
    }

    /** Returns the participants in a week, each once. */
    Set<StudentId> students(Collection<GroupId> groups, Collection<StudentId> single, IsoWeek week) {
        var all = new LinkedHashSet<StudentId>();
        groups.forEach(group -> members.getOrDefault(group, Map.of()).forEach((student, weeks) -> {
            if (isIn(weeks, week)) {
                all.add(student);
            }
        }));
        all.addAll(single);
        return all;
    }

    private static boolean isIn(SortedSet<IsoWeek> weeks, IsoWeek week) {
        return weeks.isEmpty() || weeks.contains(week);
    }

    /** Returns the ordinary lessons of a student on a date; none on a closed day; one of parallel courses if the student's course is unknown. */
    List<Lesson> lessons(StudentId student, LocalDate date) {
        if (problem.horizon().isClosed(date)) {
            return List.of();
        }
        IsoWeek week = IsoWeek.of(date);
        return firstOfParallel(lessonsOf.computeIfAbsent(student, this::findLessons).stream()
                .filter(lesson -> lesson.time().weekday() == date.getDayOfWeek()
                        && lesson.time().weeks().contains(week)
                        && isThere(student, lesson, week))
                .toList());
    }

    /** Returns the ordinary lessons of a class as a whole on a date; parallel courses count once. */
    List<Lesson> lessons(GroupId group, LocalDate date) {
        return problem.horizon().isClosed(date)
                ? List.of()
                : firstOfParallel(lessonsOfGroup.getOrDefault(group, List.of()).stream()
                        .filter(lesson -> lesson.time().weekday() == date.getDayOfWeek()
                                && lesson.time().weeks().contains(IsoWeek.of(date)))
                        .toList());
    }

    /** A student is in at most one of several parallel lessons of parts of a class, so the first stands for all. */
    private static List<Lesson> firstOfParallel(List<Lesson> lessons) {
        Set<List<Object>> seen = new HashSet<>();
        return lessons.stream()
                .filter(lesson -> !lesson.part()
                        || seen.add(List.of(lesson.time().start(), lesson.time().end())))
                .toList();
    }

    private List<Lesson> findLessons(StudentId student) {
        var found = new LinkedHashSet<>(namedIn.getOrDefault(student, List.of()));
        for (Group group : problem.groups()) {
            if (members.getOrDefault(group.id(), Map.of()).containsKey(student)) {
                found.addAll(lessonsOfGroup.getOrDefault(group.id(), List.of()));
            }
        }
        return List.copyOf(found);
    }

    private boolean isThere(StudentId student, Lesson lesson, IsoWeek week) {
        return lesson.studentIds().contains(student)
                || lesson.groupIds().stream().anyMatch(group -> {
                    var weeks = members.getOrDefault(group, Map.of()).get(student);
                    return weeks != null && isIn(weeks, week);
                });
    }
}
