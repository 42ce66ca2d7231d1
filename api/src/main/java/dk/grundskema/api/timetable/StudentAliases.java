package dk.grundskema.api.timetable;

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
 * Numbers that stand for students where their names must not be: in calendars, in names of files; sheets for staff resolve them. A student who has
 * one in the problem has that one; another has the place among the problem's students, from 1, or the next number that nobody has.
 */
public final class StudentAliases {
    private final Map<StudentId, Integer> numbers = new LinkedHashMap<>();

    private StudentAliases(Problem problem) {
        List<@Nullable Integer> said = new ArrayList<>();
        problem.students().forEach(student -> said.add(student.number()));
        List<Integer> all = numbers(said);
        for (int i = 0; i < all.size(); i++) {
            numbers.put(problem.students().get(i).id(), all.get(i));
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

    /** The numbers of all students, in the order of the problem. */
    public Map<StudentId, Integer> all() {
        return new LinkedHashMap<>(numbers);
    }

    /**
     * Numbers for a list of students.
     *
     * @param said what is said to be each one's; {@code null} means nothing
     * @return one for each, all different
     */
    static List<Integer> numbers(List<@Nullable Integer> said) {
        Set<Integer> taken = new HashSet<>();
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (Integer one : said) {
            numbers.add(one != null && taken.add(one) ? one : null);
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) == null && taken.add(i + 1)) {
                numbers.set(i, i + 1);
            }
        }
        List<Integer> all = new ArrayList<>();
        int free = 0; // below it, nobody looks again: places ascend
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
