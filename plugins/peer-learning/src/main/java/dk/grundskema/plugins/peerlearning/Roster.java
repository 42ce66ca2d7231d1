package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.Pairing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a set, as its parameters say.
 *
 * @param set     the set
 * @param pairing equals, or those who are tutored and those who tutor
 * @param pairs   the pairs of the set that are kept
 * @param levels  levels of students, as far as they are known
 */
record Roster(PeerSet set, Pairing pairing, List<PeerPair> pairs, Map<StudentId, Integer> levels) {
    static List<Roster> of(PeerLearningParameters parameters, Problem problem) {
        Map<StudentId, Integer> levels = new HashMap<>();
        parameters.levels().forEach(one -> levels.put(one.studentId(), one.level()));
        return parameters.sets().stream()
                .map(set -> of(set, parameters.pairs(), levels, problem))
                .toList();
    }

    private static Roster of(PeerSet set, List<PeerPair> pairs, Map<StudentId, Integer> levels, Problem problem) {
        List<StudentId> ones = members(set.classes(), set.students(), set, problem);
        List<StudentId> tutors = members(set.tutorClasses(), set.tutors(), set, problem);
        if (set.form() == PeerSet.Form.TUTORING && set.tutorClasses().isEmpty() && tutors.isEmpty()) {
            var byLevel = Comparator.comparingInt((StudentId one) -> -levels.getOrDefault(one, 0));
            tutors = ones.stream().sorted(byLevel).limit(ones.size() / 2).toList();
            var stronger = Set.copyOf(tutors);
            ones = ones.stream().filter(one -> !stronger.contains(one)).toList();
        }
        var everybody = new Pairing(ones, tutors, List.of()).all();
        var own = pairs.stream()
                .filter(pair -> everybody.containsAll(pair.students()))
                .toList();
        var kept = own.stream().map(PeerPair::students).toList();
        return new Roster(set, new Pairing(ones, tutors, kept), own, levels);
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
        return pairing.all();
    }

    /** Whether somebody tutors. */
    boolean isTutor(StudentId student) {
        return pairing.others().contains(student);
    }
}
