package dk.grundskema.api.timetable;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers that stand for students where their names must not be: in calendars, in names of files. A student's number is the place
 * among the problem's students, from 1; sheets for staff resolve it.
 */
public final class StudentAliases {
    private final Map<StudentId, Integer> numbers = new HashMap<>();

    private StudentAliases(Problem problem) {
        int number = 0;
        for (Student student : problem.students()) {
            numbers.put(student.id(), ++number);
        }
    }

    /** The numbers of a problem's students. */
    public static StudentAliases of(Problem problem) {
        return new StudentAliases(problem);
    }

    /** The number of a student, from 1; empty if the problem hasn't the student. */
    public OptionalInt number(StudentId student) {
        Integer number = numbers.get(student);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
