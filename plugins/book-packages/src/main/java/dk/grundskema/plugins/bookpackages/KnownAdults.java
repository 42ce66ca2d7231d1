package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Determines which staff members students know from lessons. */
final class KnownAdults {
    /** A staff member in a session. */
    private record SessionAdult(SessionId session, StaffId who) {}

    private final LessonsByPerson lessons;

    /** @param problem the problem with the lessons */
    KnownAdults(Problem problem) {
        this.lessons = LessonsByPerson.of(problem);
    }

    /** Returns the staff members who teach some of the students, those with most lessons first. */
    List<StaffId> teachersOf(Collection<StudentId> students) {
        Map<StaffId, Integer> known = new TreeMap<>();
        for (StudentId student : students) {
            for (Lesson lesson : lessons.of(student)) {
                if (lesson.kind() == Lesson.Kind.TEACHING) {
                    lesson.teachers().forEach(who -> known.merge(who, 1, Integer::sum));
                }
            }
        }
        return known.entrySet().stream()
                .sorted(Map.Entry.<StaffId, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the number of students who are not taught by a staff member. */
    long countUntaughtStudents(StaffId who, Collection<StudentId> students) {
        return students.stream()
                .filter(student -> !lessons.teachers(student).contains(who))
                .count();
    }

    /**
     * Charges 1 for each single student of a session who is not taught by the holder of one of its seats. Placeholders 1 and 2 are the session and
     * the holder.
     *
     * @param sessions the sessions
     */
    Rule staffNotTeachingStudents(RuleType type, Collection<Session> sessions) {
        var ids = sessions.stream().map(Session::id).collect(Collectors.toSet());
        return SumRule.sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (ids.contains(session.id())) {
                        entries.add(
                                new SessionAdult(session.id(), holder.id()),
                                countUntaughtStudents(holder.id(), session.students()));
                    }
                })
                .cost((key, untaught) -> untaught);
    }
}
