package dk.grundskema.solver.spi.toolkit;

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
 * How far students are, as far as it is known; who isn't known counts for nothing.
 *
 * @param all levels of students, on a scale of the plugin's own where more is further; empty means that nothing is known
 */
public record KnownLevels(Map<StudentId, Integer> all) {
    /** Copies the levels. */
    public KnownLevels {
        all = Map.copyOf(all);
    }

    /** What some parameters say; of a student who is named twice the first. */
    public static KnownLevels from(Collection<StudentLevel> some) {
        return new KnownLevels(some.stream()
                .collect(Collectors.toMap(StudentLevel::studentId, StudentLevel::level, (first, second) -> first)));
    }

    /** The level of a student; {@code null} if it isn't known. */
    public @Nullable Integer of(StudentId student) {
        return all.get(student);
    }

    /** The known levels of some students, lowest first. */
    public List<Integer> of(Collection<StudentId> students) {
        return students.stream().map(all::get).filter(Objects::nonNull).sorted().toList();
    }

    /** The level of each of some students for people to read, in their order: a dash for one that isn't known; empty if none is. */
    public List<Object> shown(List<StudentId> students) {
        return of(students).isEmpty()
                ? List.of()
                : students.stream()
                        .map(one -> (Object) (all.containsKey(one) ? all.get(one) : "–"))
                        .toList();
    }

    /** Those of some students whose level isn't known, in order. */
    public List<StudentId> unknown(Collection<StudentId> students) {
        return students.stream().filter(one -> !all.containsKey(one)).toList();
    }

    /** Points between the first and the last of some students; 0 if fewer than two are known. */
    public long spread(Collection<StudentId> students) {
        List<Integer> some = of(students);
        return some.isEmpty() ? 0 : (long) some.getLast() - some.getFirst();
    }

    /** By how many points each of those who lead is ahead of each of the others, both known; less than 0 means behind. */
    public List<Integer> leads(Collection<StudentId> students, Predicate<StudentId> leads) {
        var ahead = new ArrayList<Integer>();
        for (int one : of(students.stream().filter(leads).toList())) {
            of(students.stream().filter(leads.negate()).toList()).forEach(other -> ahead.add(one - other));
        }
        return List.copyOf(ahead);
    }

    /**
     * Whether fewer than half of some students, rounded down, are further than one of them, or as far and named before: for checks, on purpose
     * without a line in common with {@link #upperHalf}.
     */
    public boolean isAmongFurther(StudentId student, List<StudentId> of) {
        int own = all.getOrDefault(student, 0);
        long before = 0;
        for (StudentId other : of) {
            int level = all.getOrDefault(other, 0);
            before += level > own || (level == own && of.indexOf(other) < of.indexOf(student)) ? 1 : 0;
        }
        return before < of.size() / 2;
    }

    /** The further half of some students, furthest first, of an odd number the smaller half; who isn't known comes last. */
    public List<StudentId> upperHalf(List<StudentId> students) {
        return students.stream()
                .sorted(Comparator.comparingInt((StudentId one) -> -all.getOrDefault(one, 0)))
                .limit(students.size() / 2)
                .toList();
    }
}
