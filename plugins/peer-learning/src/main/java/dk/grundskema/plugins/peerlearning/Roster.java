package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is in a set, as its parameters say.
 *
 * @param set      the set
 * @param learners equals, or those who are tutored
 * @param tutors   who tutors; empty for equals
 * @param pinned   the pairs of the set that are kept, in the order of the parameters
 * @param levels   levels of students, as far as they are known
 */
record Roster(
        PeerSet set,
        List<StudentId> learners,
        List<StudentId> tutors,
        List<PeerPair> pinned,
        Map<StudentId, Integer> levels) {
    static List<Roster> of(PeerLearningParameters parameters, Problem problem) {
        Map<StudentId, Integer> levels = new HashMap<>();
        parameters.levels().forEach(one -> levels.put(one.studentId(), one.level()));
        return parameters.sets().stream()
                .map(set -> of(set, parameters.pairs(), levels, problem))
                .toList();
    }

    private static Roster of(PeerSet set, List<PeerPair> pairs, Map<StudentId, Integer> levels, Problem problem) {
        List<StudentId> learners = members(set.classes(), set.students(), set, problem);
        List<StudentId> tutors = List.of();
        if (set.form() == PeerSet.Form.TUTORING && set.namesTutors()) {
            tutors = members(set.tutorClasses(), set.tutors(), set, problem);
        } else if (set.form() == PeerSet.Form.TUTORING) {
            List<StudentId> byLevel = learners.stream()
                    .sorted(Comparator.comparing((StudentId one) -> -levels.getOrDefault(one, 0)))
                    .toList();
            tutors = byLevel.subList(0, byLevel.size() / 2);
            learners = byLevel.subList(byLevel.size() / 2, byLevel.size());
        }
        var all = Stream.concat(learners.stream(), tutors.stream()).toList();
        var pinned =
                pairs.stream().filter(pair -> all.containsAll(pair.students())).toList();
        return new Roster(set, learners, tutors, pinned, levels);
    }

    private static List<StudentId> members(List<GroupId> classes, List<StudentId> named, PeerSet set, Problem problem) {
        Set<StudentId> members = new LinkedHashSet<>();
        for (GroupId id : classes) {
            problem.group(id).ifPresent(group -> group.members().forEach(one -> members.add(one.studentId())));
        }
        members.addAll(named);
        set.without().forEach(members::remove);
        return List.copyOf(members);
    }

    /** Everybody, each once. */
    List<StudentId> all() {
        return Stream.concat(learners.stream(), tutors.stream()).distinct().toList();
    }

    /** Whether somebody tutors. */
    boolean isTutor(StudentId student) {
        return tutors.contains(student);
    }

    /** Those of some who are in no pair that is kept. */
    List<StudentId> unpinned(List<StudentId> some) {
        return some.stream()
                .filter(one -> pinned.stream().noneMatch(pair -> pair.students().contains(one)))
                .toList();
    }

    /** The students of the pairs to be formed who are given from the start: of tutors and learners the fewer, one in each. */
    List<StudentId> seeds() {
        List<StudentId> some = unpinned(learners);
        List<StudentId> others = unpinned(tutors);
        return others.size() <= some.size() ? others : some;
    }

    /** The students whose pair is to be decided. */
    List<StudentId> joining() {
        var joining = new ArrayList<>(unpinned(all()));
        joining.removeAll(seeds());
        return joining;
    }

    /** How many pairs are to be formed beside those that are kept. */
    int open() {
        return set.form() == PeerSet.Form.EQUALS ? joining().size() / 2 : seeds().size();
    }

    /** Whether everybody finds a place: in pairs with at most one student more than two. */
    boolean fits() {
        int most = set.form() == PeerSet.Form.EQUALS ? 3 * open() : 2 * open();
        if (open() == 0) {
            most = (int)
                    pinned.stream().filter(pair -> pair.students().size() == 2).count();
        }
        return open() + pinned.size() > 0 && joining().size() <= most;
    }
}
