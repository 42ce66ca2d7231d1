package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Derives which students a session takes out of lessons by its named decision. */
public final class ExcusedStudents {
    /** A lesson in one week. */
    private record LessonOccurrence(LessonId lesson, Interval time) {}

    private final Problem problem;
    private final ZoneId zone;
    private final Map<StudentId, List<LessonOccurrence>> lessons = new HashMap<>();

    /** @param problem the problem with the lessons */
    public ExcusedStudents(Problem problem) {
        this.problem = problem;
        this.zone = problem.horizon().zone();
        for (Lesson lesson : problem.lessons()) {
            if (lesson.kind() == Lesson.Kind.BUSY) {
                continue; // no decision removes anybody from it
            }
            for (IsoWeek week : lesson.time().weeks()) {
                var taught = new LessonOccurrence(lesson.id(), lesson.time().interval(week, zone));
                Set<StudentId> students = new LinkedHashSet<>(lesson.studentIds());
                lesson.groupIds().forEach(id -> membersIn(week, id).forEach(students::add));
                students.forEach(id ->
                        lessons.computeIfAbsent(id, fresh -> new ArrayList<>()).add(taught));
            }
        }
    }

    private Stream<StudentId> membersIn(IsoWeek week, GroupId id) {
        return problem.group(id).stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.weeks().isEmpty() || member.weeks().contains(week))
                .map(GroupMember::studentId);
    }

    /**
     * Returns those who miss a lesson in which the session is not held, in the order of their ids.
     *
     * @param time   when the session is held
     * @param taking its students
     */
    public List<StudentId> of(Session session, MeetingTime time, Collection<StudentId> taking) {
        if (session.excuse() == null || lessons.isEmpty()) {
            return List.of();
        }
        List<Interval> held = time.intervals(zone);
        return new TreeSet<>(taking)
                .stream()
                        .filter(id -> lessons.getOrDefault(id, List.of()).stream()
                                .filter(lesson -> !session.inside().contains(lesson.lesson()))
                                .anyMatch(lesson -> held.stream().anyMatch(lesson.time()::overlaps)))
                        .toList();
    }
}
