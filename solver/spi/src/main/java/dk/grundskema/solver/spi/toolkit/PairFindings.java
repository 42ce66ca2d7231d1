package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with pairs: those that are to be formed, those that are kept, and those to which students are fixed. */
public final class PairFindings {
    private final Problem problem;
    private final OwnLessons lessons;
    private final FindingList found;

    /**
     * @param problem whose people, vetoes and fixed students count
     * @param lessons whose lessons are whose
     * @param found   takes what is found
     */
    public PairFindings(Problem problem, OwnLessons lessons, FindingList found) {
        this.problem = problem;
        this.lessons = lessons;
        this.found = found;
    }

    /**
     * Adds the errors, each with the name as first argument, {@code <plugin>.set-too-small} with the number of students if there are fewer than two,
     * {@code <plugin>.uneven-sides} with the numbers of either side if not everybody finds a partner, and {@code <plugin>.on-both-sides}; and {@code
     * <plugin>.in-two-pairs} with each student who is in several that are kept, at {@code pairs}.
     *
     * @param name     what a planner calls those students
     * @param hasSides whether there are to be two sides
     * @param place    pointer to what says who they are
     */
    public void formed(String name, Pairing pairing, boolean hasSides, String place) {
        int all = pairing.all().size();
        int ones = pairing.ones().size();
        int others = pairing.others().size();
        boolean comesOut = pairing.comesOut() && hasSides == (others > 0);
        found.unless(all > 1, "set-too-small", place, name, all);
        found.unless(all < 2 || comesOut, "uneven-sides", place, name, ones, others);
        found.unless(pairing.isDisjoint(), "on-both-sides", place, name);
        pairing.keptTwice().forEach(one -> found.error("in-two-pairs", "pairs", one));
    }

    /**
     * Adds what is wrong with a pair that is kept: the errors {@code <plugin>.pair-in-no-set} and {@code <plugin>.pair-without-tutor} with its
     * students, and {@code <plugin>.pinned-veto} with two of them who must not be together; the warning {@code <plugin>.confirmed-by-stranger} with
     * who has confirmed it without teaching any of them.
     *
     * @param all   all pairings
     * @param place pointer to the pair
     */
    public void kept(KeptPair pair, Collection<Pairing> all, String place) {
        var students = pair.students();
        var of = all.stream().filter(one -> one.kept().contains(pair)).toList();
        boolean hasBoth = of.stream().allMatch(one -> one.hasBothSides(students));
        found.unless(!of.isEmpty(), "pair-in-no-set", place, students);
        found.unless(hasBoth, "pair-without-tutor", place, students);
        together(students, place);
        StaffId by = pair.confirmedBy();
        boolean isKnown = by == null
                || students.stream().anyMatch(one -> lessons.teachers(one).contains(by));
        found.warnIf(!isKnown, "confirmed-by-stranger", place + "/confirmedBy", by == null ? "" : by);
    }

    private void together(List<StudentId> students, String place) {
        var vetoed = new Company(problem, students).vetoedAmong(students);
        found.unless(vetoed.isEmpty(), "pinned-veto", place, vetoed);
    }

    /**
     * Adds the errors {@code <plugin>.too-many-pins} for each pair that has more students, given and fixed by the planner, than places, with its id, how
     * many they are and how many places there are; and {@code <plugin>.pinned-veto} for each with two such students who must not be together.
     *
     * @param about whose pairs they are
     * @param place pointer below the parameters
     */
    public void fixed(Intervention<?> intervention, String about, Pairing pairing, String place) {
        int number = 0;
        for (GroupId id : pairing.ids(intervention, about)) {
            number++;
            var pins = problem.memberLocks().stream()
                    .filter(lock -> lock.groupId().equals(id))
                    .map(MemberLock::studentId)
                    .toList();
            var members = Stream.concat(pairing.given(number).stream(), pins.stream())
                    .distinct()
                    .toList();
            if (!pins.isEmpty()) {
                int places = pairing.places(number);
                found.unless(members.size() <= places, "too-many-pins", place, id, members.size(), places);
                together(members, place);
            }
        }
    }
}
