package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.StudentCompanyWishes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Relates participants to the students, classes and lessons of a problem. */
final class CourseParticipants {
    private CourseParticipants() {}

    /** Returns the student ids, in order. */
    static List<StudentId> ids(Collection<Participant> some) {
        return some.stream().map(Participant::studentId).toList();
    }

    /** Returns the students who are in the problem, in order. */
    static List<Student> students(Collection<Participant> some, Problem problem) {
        return some.stream()
                .map(one -> problem.student(one.studentId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the need of each student. */
    static Map<StudentId, Integer> needs(Collection<Participant> some) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        some.forEach(one -> needs.put(one.studentId(), one.need()));
        return needs;
    }

    /** Returns the home classes of the students who are in the problem and have one. */
    static SortedSet<GroupId> classes(Collection<Participant> some, Problem problem) {
        var classes = new TreeSet<GroupId>();
        students(some, problem).stream()
                .map(Student::classGroup)
                .filter(Objects::nonNull)
                .forEach(classes::add);
        return classes;
    }

    /**
     * Adds findings about participants: {@code <plugin>.unknown-student}, and the warnings {@code <plugin>.student-without-timetable} for a student
     * without any lesson, so that clashes are unknown, and {@code <plugin>.wishes-against-veto} for each chain of wishes that contradicts a veto.
     */
    static void check(List<Participant> some, Problem problem, FindingCollector findings, String place) {
        var lessons = LessonsByPerson.of(problem);
        for (int i = 0; i < some.size(); i++) {
            StudentId student = some.get(i).studentId();
            boolean isKnown = findings.checkStudent(student, place + "/" + i + "/studentId");
            boolean lacks = isKnown
                    && lessons.of(student).isEmpty()
                    && !problem.lessons().isEmpty();
            findings.warnIf(lacks, "student-without-timetable", place + "/" + i, student);
        }
        new StudentCompanyWishes(problem, ids(some))
                .contradictions()
                .forEach(chain -> findings.warning("wishes-against-veto", place, chain));
    }
}
