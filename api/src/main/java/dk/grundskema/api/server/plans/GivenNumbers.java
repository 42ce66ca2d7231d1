package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.timetable.StudentAliases;
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
 * Numbers that a plan has given to students. A student who comes back gets the same one again, and nobody else ever does.
 *
 * @param whose   the student of each number
 * @param highest the highest number that there is, from 1
 */
record GivenNumbers(SortedMap<Integer, StudentId> whose, int highest) {
    /** Copies the map. */
    GivenNumbers {
        whose = Collections.unmodifiableSortedMap(new TreeMap<>(whose));
    }

    /** Numbers as high as a student can have. */
    GivenNumbers(SortedMap<Integer, StudentId> whose) {
        this(whose, Student.HIGHEST_NUMBER);
    }

    /** These, and those by which a problem calls its students. What was given before stays whose it was. */
    GivenNumbers and(Problem problem) {
        var all = new TreeMap<>(whose);
        StudentAliases.of(problem).all().forEach((student, number) -> all.putIfAbsent(number, student));
        return new GivenNumbers(all, highest);
    }

    /**
     * Numbers for the students of a problem that takes the place of another. What the plan has given counts, whatever the problem says: sheets on
     * the wall and phones have it already. Somebody new has what the problem says if nobody had that yet, else the next above all that were given.
     *
     * @param before the problem so far
     * @param after  the one that takes its place
     * @return one for each of its students, in their order
     * @throws Refusal 409 if all numbers that there are were given
     */
    List<Integer> of(Problem before, Problem after) {
        Map<StudentId, Integer> numbers = known(before);
        var free = new Free(whose.keySet(), highest);
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

    /** The number of each student so far: whoever is in the problem has the one that it says, for people know the student by that. */
    private Map<StudentId, Integer> known(Problem before) {
        Map<StudentId, Integer> known = new HashMap<>(StudentAliases.of(before).all());
        Set<Integer> present = new HashSet<>(known.values());
        whose.forEach((number, student) -> {
            if (!present.contains(number)) {
                known.putIfAbsent(student, number);
            }
        });
        return known;
    }

    /** Numbers that nobody ever had. */
    private static final class Free {
        private final Set<Integer> taken;
        private final int most;
        private int highest;
        private int lowest = 1;

        Free(Set<Integer> taken, int most) {
            this.most = most;
            this.taken = new HashSet<>(taken);
            this.highest = taken.stream().mapToInt(each -> each).max().orElse(0);
        }

        boolean take(int number) {
            highest = Math.max(highest, number);
            return taken.add(number);
        }

        /** The next above all that were given; once somebody has had the highest that there is, the lowest that nobody had. */
        int next() {
            int next = highest + 1;
            if (next > most) {
                while (taken.contains(lowest)) {
                    lowest++;
                }
                next = lowest;
            }
            if (next > most) {
                throw Refusal.conflict("plan.no-number-left", most);
            }
            take(next);
            return next;
        }
    }
}
