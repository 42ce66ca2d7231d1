package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.StudentCompanyWishes;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Validates pairs: those to be formed, those that are kept, and those with locked students. */
final class PairValidator {
    private final Problem problem;
    private final LessonsByPerson lessons;
    private final FindingCollector found;

    /**
     * @param problem the problem with people, vetoes and locks
     * @param lessons lessons per person
     * @param found   receives the findings
     */
    PairValidator(Problem problem, LessonsByPerson lessons, FindingCollector found) {
        this.problem = problem;
        this.lessons = lessons;
        this.found = found;
    }

    /**
     * Adds errors, each with the name as first argument: {@code <plugin>.set-too-small} with the number of students if there are fewer than two,
     * {@code <plugin>.uneven-sides} with the sizes of both sides if not all students find a partner, and {@code <plugin>.on-both-sides}; and
     * {@code <plugin>.in-two-pairs} at {@code pairs} with each student who is in several kept pairs.
     *
     * @param name     the planner's name for the students
     * @param hasSides whether there should be two sides
     * @param place    pointer to the parameter with the students
     */
    void checkFormed(String name, PairGrouping pairing, boolean hasSides, String place) {
        int all = pairing.all().size();
        int ones = pairing.ones().size();
        int others = pairing.others().size();
        boolean comesOut = pairing.hasPlaceForEverybody() && hasSides == (others > 0);
        found.errorUnless(all > 1, "set-too-small", place, name, all);
        found.errorUnless(all < 2 || comesOut, "uneven-sides", place, name, ones, others);
        found.errorUnless(pairing.isDisjoint(), "on-both-sides", place, name);
        pairing.studentsInSeveralKeptPairs().forEach(one -> found.error("in-two-pairs", "pairs", one));
    }

    /**
     * Adds findings about a kept pair: the errors {@code <plugin>.pair-in-no-set} and {@code <plugin>.pair-without-tutor} with its students, and
     * {@code <plugin>.pinned-veto} with two of them who must not be together; the warning {@code <plugin>.confirmed-by-stranger} with the staff
     * member who confirmed it without teaching any of them.
     *
     * @param all   all pairings
     * @param place pointer to the pair
     */
    void checkKept(KeptPair pair, Collection<PairGrouping> all, String place) {
        var students = pair.students();
        var of = all.stream().filter(one -> one.kept().contains(pair)).toList();
        boolean hasBoth = of.stream().allMatch(one -> one.hasBothSides(students));
        found.errorUnless(!of.isEmpty(), "pair-in-no-set", place, students);
        found.errorUnless(hasBoth, "pair-without-tutor", place, students);
        checkVetoes(students, place);
        StaffId by = pair.confirmedBy();
        boolean isKnown = by == null
                || students.stream().anyMatch(one -> lessons.teachers(one).contains(by));
        found.warnIf(!isKnown, "confirmed-by-stranger", place + "/confirmedBy", by == null ? "" : by);
    }

    private void checkVetoes(List<StudentId> students, String place) {
        var vetoed = new StudentCompanyWishes(problem, students).firstVetoedPair(students);
        found.errorUnless(vetoed.isEmpty(), "pinned-veto", place, vetoed);
    }

    /**
     * Adds the errors {@code <plugin>.too-many-pins} for each pair with more given and locked students than places, with its id and both numbers;
     * and {@code <plugin>.pinned-veto} for each pair with two such students who must not be together.
     *
     * @param about name of the pairing in ids
     * @param place pointer below the parameters
     */
    void checkFixed(Intervention<?> intervention, String about, PairGrouping pairing, String place) {
        int number = 0;
        for (GroupId id : pairing.pairIds(intervention, about)) {
            number++;
            var pins = problem.memberLocks().stream()
                    .filter(lock -> lock.groupId().equals(id))
                    .map(MemberLock::studentId)
                    .toList();
            var members = Stream.concat(pairing.givenStudents(number).stream(), pins.stream())
                    .distinct()
                    .toList();
            if (!pins.isEmpty()) {
                int places = pairing.placeCount(number);
                found.errorUnless(members.size() <= places, "too-many-pins", place, id, members.size(), places);
                checkVetoes(members, place);
            }
        }
    }
}
