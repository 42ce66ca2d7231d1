package dk.grundskema.api.documents.timetable;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that replace student names in calendars and file names; sheets for staff map them back to names. A student's number in the
 * problem has priority. Any other student gets the position in the problem's list, from 1, or the next free number.
 */
public final class StudentAliases {
    private final Map<StudentId, Integer> numbers = new LinkedHashMap<>();

    private StudentAliases(Problem problem) {
        List<@Nullable Integer> givenNumbers = new ArrayList<>();
        problem.students().forEach(student -> givenNumbers.add(student.number()));
        List<Integer> all = assignNumbers(givenNumbers);
        for (int i = 0; i < all.size(); i++) {
            numbers.put(problem.students().get(i).id(), all.get(i));
        }
    }

    /** Returns the numbers of a problem's students. */
    public static StudentAliases of(Problem problem) {
        return new StudentAliases(problem);
    }

    /** Returns the number of a student, from 1; empty if the problem does not have the student. */
    public OptionalInt number(StudentId student) {
        Integer number = numbers.get(student);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Returns the numbers of all students, in the problem's order. */
    public Map<StudentId, Integer> all() {
        return new LinkedHashMap<>(numbers);
    }

    /**
     * Assigns numbers to a list of students.
     *
     * @param givenNumbers the stated number of each; {@code null} means none
     * @return one number for each, all different
     */
    static List<Integer> assignNumbers(List<@Nullable Integer> givenNumbers) {
        Set<Integer> taken = new HashSet<>();
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (Integer one : givenNumbers) {
            numbers.add(one != null && taken.add(one) ? one : null);
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) == null && taken.add(i + 1)) {
                numbers.set(i, i + 1);
            }
        }
        List<Integer> all = new ArrayList<>();
        int free = 0; // positions ascend, so numbers below are never free
        for (int i = 0; i < numbers.size(); i++) {
            Integer one = numbers.get(i);
            if (one == null) {
                free = Math.max(free, i + 1);
                while (!taken.add(free)) {
                    free++;
                }
                all.add(free);
            } else {
                all.add(one);
            }
        }
        return all;
    }
}
