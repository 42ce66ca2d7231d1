package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.KnownLevels;
import dk.grundskema.solver.spi.toolkit.Pairing;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who is in a set, as its parameters say.
 *
 * @param set     the set
 * @param pairing equals, or those who are tutored and those who tutor
 * @param pairs   the pairs of the set that are kept
 * @param levels  levels of students, as far as they are known
 */
record Roster(PeerSet set, Pairing pairing, List<PeerPair> pairs, KnownLevels levels) {
    static List<Roster> of(PeerLearningParameters parameters, Problem problem) {
        var levels = new KnownLevels(
                parameters.levels().stream().collect(Collectors.toMap(StudentLevel::studentId, StudentLevel::level)));
        var classes = new HomeClasses(problem);
        return parameters.sets().stream()
                .map(set -> of(set, parameters.pairs(), levels, classes))
                .toList();
    }

    private static Roster of(PeerSet set, List<PeerPair> pairs, KnownLevels levels, HomeClasses classes) {
        var ones = classes.members(set.classes(), set.students(), set.without());
        var tutors = classes.members(set.tutorClasses(), set.tutors(), set.without());
        var sides = set.isByLevel() ? Pairing.byLevel(ones, levels) : new Pairing(ones, tutors, List.of());
        var own = pairs.stream()
                .filter(pair -> sides.all().containsAll(pair.students()))
                .toList();
        var kept = own.stream().map(PeerPair::students).toList();
        return new Roster(set, sides.keeping(kept), own, levels);
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
