package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose family gets something: one student's, or that of everybody in a class.
 *
 * @param studentId the student; {@code null} if a class is given
 * @param groupId   the class or other group; {@code null} if a student is given
 * @param language  name of the family's language; empty means the school's own. An entry for a student has precedence over one for the class
 */
public record Receiver(
        @Nullable StudentId studentId,
        @Nullable GroupId groupId,
        @Default("\"\"") String language) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException unless exactly one of student and class is given */
    public Receiver {
        new RecordValidator()
                .require((studentId == null) != (groupId == null), "studentId", "receiver.student-or-class")
                .singleLine("language", language)
                .throwIfInvalid();
    }

    /** Returns the students of this entry who are in the problem. */
    private List<StudentId> students(Problem problem, HomeClasses homes) {
        List<StudentId> all =
                studentId != null ? List.of(studentId) : groupId != null ? homes.members(groupId) : List.of();
        return all.stream().filter(id -> problem.student(id).isPresent()).toList();
    }

    /** Returns all students of some entries with the language of the family; the entry of a student takes precedence over that of the class. */
    public static SortedMap<StudentId, String> familyLanguages(
            List<Receiver> some, Problem problem, HomeClasses homes) {
        var languages = new TreeMap<StudentId, String>();
        some.stream()
                .sorted(Comparator.comparing(one -> one.studentId != null))
                .forEach(one -> one.students(problem, homes).forEach(id -> languages.put(id, one.language)));
        return languages;
    }

    /**
     * Adds findings about entries: {@code <plugin>.unknown-student} and {@code <plugin>.unknown-group}, and the warnings
     * {@code <plugin>.student-twice}, {@code <plugin>.class-without-students} and, if there is no entry, {@code <plugin>.nobody}.
     *
     * @param place pointer to the entries, below the parameters
     */
    public static void check(
            List<Receiver> some, Problem problem, HomeClasses homes, FindingCollector findings, String place) {
        Set<StudentId> named = new HashSet<>();
        findings.warnIf(some.isEmpty(), "nobody", place);
        FindingCollector.forEach(some, place, (one, at) -> {
            StudentId student = one.studentId;
            if (student != null && findings.checkStudent(student, at + "/studentId")) {
                findings.warnIf(!named.add(student), "student-twice", at + "/studentId", student);
            } else if (one.groupId != null && findings.checkGroup(one.groupId, at + "/groupId")) {
                boolean isEmpty = one.students(problem, homes).isEmpty();
                findings.warnIf(isEmpty, "class-without-students", at + "/groupId", one.groupId);
            }
        });
    }
}
