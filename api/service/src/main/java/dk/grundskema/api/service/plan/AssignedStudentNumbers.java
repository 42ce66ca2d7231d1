package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.timetable.StudentAliases;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that a plan has assigned to students. A number is never reassigned: a returning student gets the same number again.
 *
 * @param whose   student of each number
 * @param highest highest number allowed; numbers begin at 1
 */
public record AssignedStudentNumbers(SortedMap<Integer, StudentId> whose, int highest) {
    /** Copies the map. */
    public AssignedStudentNumbers {
        whose = Collections.unmodifiableSortedMap(new TreeMap<>(whose));
    }

    /** Uses the highest number that a student can have. */
    AssignedStudentNumbers(SortedMap<Integer, StudentId> whose) {
        this(whose, Student.HIGHEST_NUMBER);
    }

    /** Returns these numbers plus those of a problem's students. Existing assignments take precedence. */
    AssignedStudentNumbers withNumbersOf(Problem problem) {
        var all = new TreeMap<>(whose);
        StudentAliases.of(problem).all().forEach((student, number) -> all.putIfAbsent(number, student));
        return new AssignedStudentNumbers(all, highest);
    }

    /**
     * Assigns numbers to the students of a problem that replaces another. Numbers assigned by the plan take precedence over those in the
     * problem, because printed sheets and phones already use them. A new student gets the number given in the problem if it was never assigned,
     * else the next number above all assigned ones.
     *
     * @param before problem so far
     * @param after  problem that replaces it
     * @return one number for each student of {@code after}, in order
     * @throws RefusalException 409 if no number is left
     */
    List<Integer> assign(Problem before, Problem after) {
        Map<StudentId, Integer> numbers = knownNumbers(before);
        var free = new FreeNumbers(whose.keySet(), highest);
        numbers.values().forEach(free::take);
        List<Student> fresh = after.students().stream()
                .filter(one -> !numbers.containsKey(one.id()))
                .toList();
        for (Student one : fresh) {
            Integer said = one.number();
            if (said != null && free.take(said)) {
                numbers.put(one.id(), said);
            }
        }
        fresh.forEach(one -> numbers.computeIfAbsent(one.id(), id -> free.next()));
        List<Integer> all = new ArrayList<>();
        after.students().forEach(one -> all.add(Objects.requireNonNull(numbers.get(one.id()))));
        return all;
    }

    /**
     * Returns the number of each student so far. For students of the problem its own number takes precedence, because that is the one in use.
     */
    private Map<StudentId, Integer> knownNumbers(Problem before) {
        Map<StudentId, Integer> known = new HashMap<>(StudentAliases.of(before).all());
        Set<Integer> present = new HashSet<>(known.values());
        whose.forEach((number, student) -> {
            if (!present.contains(number)) {
                known.putIfAbsent(student, number);
            }
        });
        return known;
    }

    /** Numbers that were never assigned. */
    private static final class FreeNumbers {
        private final Set<Integer> takenNumbers;
        private final int most;
        private int highest;
        private int lowest = 1;

        FreeNumbers(Set<Integer> takenNumbers, int most) {
            this.most = most;
            this.takenNumbers = new HashSet<>(takenNumbers);
            this.highest = takenNumbers.stream().mapToInt(each -> each).max().orElse(0);
        }

        boolean take(int number) {
            highest = Math.max(highest, number);
            return takenNumbers.add(number);
        }

        /** Returns the next number above all assigned ones; if the highest number is taken, the lowest that was never assigned. */
        int next() {
            int next = highest + 1;
            if (next > most) {
                while (takenNumbers.contains(lowest)) {
                    lowest++;
                }
                next = lowest;
            }
            if (next > most) {
                throw RefusalException.conflict("plan.no-number-left", most);
            }
            take(next);
            return next;
        }
    }
}
