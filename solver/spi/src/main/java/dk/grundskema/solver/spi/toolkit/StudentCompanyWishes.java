package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The wishes for company and the vetoes among some students; both are symmetric. */
public final class StudentCompanyWishes {
    private final Map<StudentId, Set<StudentId>> wished = new TreeMap<>();
    private final Map<StudentId, Set<StudentId>> vetoed = new TreeMap<>();

    /**
     * @param problem  the problem with wishes and vetoes
     * @param students the students; wishes and vetoes that involve other students do not count
     */
    public StudentCompanyWishes(Problem problem, Collection<StudentId> students) {
        for (Student student : problem.students()) {
            if (students.contains(student.id())) {
                student.wishedWith().forEach(other -> add(student.id(), other, students, wished));
                student.neverWith().forEach(other -> add(student.id(), other, students, vetoed));
            }
        }
    }

    private static void add(
            StudentId one, StudentId other, Collection<StudentId> among, Map<StudentId, Set<StudentId>> to) {
        if (among.contains(other)) {
            to.computeIfAbsent(one, any -> new TreeSet<>()).add(other);
            to.computeIfAbsent(other, any -> new TreeSet<>()).add(one);
        }
    }

    /** Returns whether two students must not be together. */
    public boolean isVetoed(StudentId one, StudentId other) {
        return vetoed.getOrDefault(one, Set.of()).contains(other);
    }

    /** Returns the first two students who must not be together, in the order of the students; empty if there are none. */
    public List<StudentId> firstVetoedPair(List<StudentId> some) {
        return some.stream()
                .flatMap(one -> some.stream()
                        .filter(other -> one.compareTo(other) < 0 && isVetoed(one, other))
                        .map(other -> List.of(one, other)))
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Returns wishes that contradict a veto: for each two students who must not be together but are connected by wishes, the shortest chain of
     * wishes between them. The wishes of a chain cannot all be met, because its last student must not be with the first.
     *
     * @return chains of two students or more, in order of the ids of their ends
     */
    public List<List<StudentId>> contradictions() {
        var chains = new ArrayList<List<StudentId>>();
        vetoed.forEach((one, others) -> others.stream()
                .filter(other -> one.compareTo(other) < 0)
                .map(other -> shortestWishChain(one, other))
                .filter(chain -> !chain.isEmpty())
                .forEach(chains::add));
        return chains;
    }

    /** Adds a warning for each of {@link #contradictions()}, with its chain. */
    public void contradictions(FindingCollector found, String code, String place) {
        contradictions().forEach(chain -> found.warning(code, place, chain));
    }

    private List<StudentId> shortestWishChain(StudentId from, StudentId to) {
        Map<StudentId, StudentId> cameFrom = new LinkedHashMap<>();
        cameFrom.put(from, from);
        var next = new ArrayDeque<StudentId>(List.of(from));
        while (!next.isEmpty() && !cameFrom.containsKey(to)) {
            StudentId one = next.remove();
            for (StudentId other : wished.getOrDefault(one, Set.of())) {
                if (cameFrom.putIfAbsent(other, one) == null) {
                    next.add(other);
                }
            }
        }
        var chain = new ArrayDeque<StudentId>();
        for (StudentId one = cameFrom.containsKey(to) ? to : null; one != null; ) {
            chain.addFirst(one);
            one = one.equals(from) ? null : cameFrom.get(one);
        }
        return List.copyOf(chain);
    }
}
