package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The levels of students, as far as they are known; students without a known level are ignored.
 *
 * @param all levels of students, on a scale of the plugin where more is further ahead; empty means that none is known
 */
record KnownLevels(Map<StudentId, Integer> all) {
    /** Copies the levels. */
    KnownLevels {
        all = Map.copyOf(all);
    }

    /** Returns the levels of some parameters; for a student who is given twice, the first. */
    static KnownLevels from(Collection<StudentLevel> some) {
        return new KnownLevels(some.stream()
                .collect(Collectors.toMap(StudentLevel::studentId, StudentLevel::level, (first, second) -> first)));
    }

    /** Returns the level of a student; {@code null} if it is not known. */
    @Nullable
    Integer of(StudentId student) {
        return all.get(student);
    }

    /** Returns the known levels of some students, lowest first. */
    List<Integer> of(Collection<StudentId> students) {
        return students.stream().map(all::get).filter(Objects::nonNull).sorted().toList();
    }

    /** Returns the level of each student for display, in order: a dash for an unknown one; empty if all are unknown. */
    List<Object> readableLevels(List<StudentId> students) {
        return of(students).isEmpty()
                ? List.of()
                : students.stream()
                        .map(one -> (Object) (all.containsKey(one) ? all.get(one) : "–"))
                        .toList();
    }

    /** Returns the students whose level is not known, in order. */
    List<StudentId> studentsWithoutLevel(Collection<StudentId> students) {
        return students.stream().filter(one -> !all.containsKey(one)).toList();
    }

    /** Returns the difference between the highest and the lowest level; 0 if fewer than two are known. */
    long spread(Collection<StudentId> students) {
        List<Integer> some = of(students);
        return some.isEmpty() ? 0 : (long) some.getLast() - some.getFirst();
    }

    /** Returns the lead in points of each leading student over each other student, where both levels are known; negative means behind. */
    List<Integer> leadsInPoints(Collection<StudentId> students, Predicate<StudentId> leads) {
        var ahead = new ArrayList<Integer>();
        for (int one : of(students.stream().filter(leads).toList())) {
            of(students.stream().filter(leads.negate()).toList()).forEach(other -> ahead.add(one - other));
        }
        return List.copyOf(ahead);
    }

    /**
     * Returns whether a student is in the upper half: fewer than half of the students, rounded down, have a higher level, or the same level and an
     * earlier position. For checks; deliberately shares no code with {@link #upperHalf}.
     */
    boolean isInUpperHalf(StudentId student, List<StudentId> of) {
        int own = all.getOrDefault(student, 0);
        long before = 0;
        for (StudentId other : of) {
            int level = all.getOrDefault(other, 0);
            before += level > own || (level == own && of.indexOf(other) < of.indexOf(student)) ? 1 : 0;
        }
        return before < of.size() / 2;
    }

    /**
     * Returns the upper half of some students, highest level first; of an odd number the smaller half. Students of unknown level count as level 0.
     */
    List<StudentId> upperHalf(List<StudentId> students) {
        return students.stream()
                .sorted(Comparator.comparingInt((StudentId one) -> -all.getOrDefault(one, 0)))
                .limit(students.size() / 2)
                .toList();
    }
}
