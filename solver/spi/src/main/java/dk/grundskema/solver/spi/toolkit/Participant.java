package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A student who is to take part. For the parameters of any plugin.
 *
 * @param studentId which student
 * @param need      how much the student needs it, 1 to 10; more need goes first where there are too few places
 */
public record Participant(StudentId studentId, @Default("5") int need) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the need is off the scale */
    public Participant {
        Need.check(new Checks(), "need", need).done();
    }

    /** Who they are, in order. */
    public static List<StudentId> ids(Collection<Participant> some) {
        return some.stream().map(Participant::studentId).toList();
    }

    /** Those who exist, in order. */
    public static List<Student> students(Collection<Participant> some, Problem problem) {
        return some.stream()
                .map(one -> problem.student(one.studentId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How much each needs it. */
    static Map<StudentId, Integer> needs(Collection<Participant> some) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        some.forEach(one -> needs.put(one.studentId(), one.need));
        return needs;
    }

    /** The home classes of those who exist and have one. */
    public static SortedSet<GroupId> classes(Collection<Participant> some, Problem problem) {
        var classes = new TreeSet<GroupId>();
        students(some, problem).stream()
                .map(Student::classGroup)
                .filter(Objects::nonNull)
                .forEach(classes::add);
        return classes;
    }

    /**
     * Adds what is wrong with participants: {@code <plugin>.unknown-student}, and the warning {@code <plugin>.student-without-timetable} for one
     * without any lesson, of whom nobody can see what gets in the way, and {@code <plugin>.wishes-against-veto} for each chain of wishes that a veto
     * contradicts.
     */
    public static void check(List<Participant> some, Problem problem, FindingList findings, String place) {
        var lessons = new OwnLessons(problem);
        for (int i = 0; i < some.size(); i++) {
            StudentId student = some.get(i).studentId;
            boolean isKnown = findings.student(student, place + "/" + i + "/studentId");
            boolean lacks = isKnown
                    && lessons.of(student).isEmpty()
                    && !problem.lessons().isEmpty();
            findings.warnIf(lacks, "student-without-timetable", place + "/" + i, student);
        }
        new Company(problem, ids(some))
                .contradictions()
                .forEach(chain -> findings.warning("wishes-against-veto", place, chain));
    }
}
