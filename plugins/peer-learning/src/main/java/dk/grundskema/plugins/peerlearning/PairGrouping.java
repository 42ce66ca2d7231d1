package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of students: of equals, or with one member from each of two sides, such as tutors and tutees. If the numbers do not match, some pairs have
 * three members. With two sides, each pair is given one student of the smaller side, so that only the pairs of the other side's students are to be
 * decided.
 *
 * @param ones   equals, or one side
 * @param others the other side; empty means equals
 * @param kept   fixed pairs of students of these sides
 * @param isChanging whether a student comes later, leaves or is away for whole weeks, so that one who is left alone may join two others
 */
record PairGrouping(List<StudentId> ones, List<StudentId> others, List<KeptPair> kept, boolean isChanging) {
    /** Copies the lists. */
    PairGrouping {
        ones = List.copyOf(ones);
        others = List.copyOf(others);
        kept = List.copyOf(kept);
    }

    /** Creates a pairing of students who are all there all the time. */
    PairGrouping(List<StudentId> ones, List<StudentId> others, List<KeptPair> kept) {
        this(ones, others, kept, false);
    }

    /** @param other whether some of the students are there for a part of the weeks only */
    PairGrouping withChanging(boolean other) {
        return new PairGrouping(ones, others, kept, other);
    }

    /** Returns a pairing with the upper half of some students on one side and the rest on the other, without kept pairs. */
    static PairGrouping byLevel(List<StudentId> students, KnownLevels levels) {
        List<StudentId> upper = levels.upperHalf(students);
        var lower = students.stream().filter(one -> !upper.contains(one)).toList();
        return new PairGrouping(lower, upper, List.of());
    }

    /** Returns the same sides, with those of the pairs kept whose students are all in them. */
    PairGrouping withKeptPairs(Collection<KeptPair> pairs) {
        var all = all();
        return new PairGrouping(
                ones,
                others,
                pairs.stream().filter(pair -> all.containsAll(pair.students())).toList(),
                isChanging);
    }

    /** Returns whether no student is on both sides or twice on one. */
    boolean isDisjoint() {
        return ones.size() + others.size() == all().size();
    }

    /** Returns the students who are in more than one kept pair, each once, in order. */
    List<StudentId> studentsInSeveralKeptPairs() {
        var all = kept.stream().flatMap(pair -> pair.students().stream()).toList();
        return all.stream()
                .filter(one -> Collections.frequency(all, one) > 1)
                .distinct()
                .toList();
    }

    /** Returns whether a pair has students of both sides; always true for equals. */
    boolean hasBothSides(List<StudentId> pair) {
        return others.isEmpty() || (!Collections.disjoint(others, pair) && !others.containsAll(pair));
    }

    /** Returns all students, each once. */
    List<StudentId> all() {
        return Stream.concat(ones.stream(), others.stream()).distinct().toList();
    }

    private List<StudentId> withoutKept(List<StudentId> some) {
        return some.stream()
                .filter(one -> kept.stream().noneMatch(pair -> pair.students().contains(one)))
                .toList();
    }

    /** Returns the students who are given in the pairs to be formed, one per pair; empty for equals. */
    private List<StudentId> givenStudents() {
        return withoutKept(others).size() <= withoutKept(ones).size() ? withoutKept(others) : withoutKept(ones);
    }

    /** Returns the students whose pair is to be decided. */
    private List<StudentId> undecidedStudents() {
        return withoutKept(all()).stream()
                .filter(one -> !givenStudents().contains(one))
                .toList();
    }

    private int formed() {
        return others.isEmpty()
                ? undecidedStudents().size() / 2
                : givenStudents().size();
    }

    /** Returns whether all students find a place in pairs of two or three. */
    boolean hasPlaceForEverybody() {
        long twos = kept.stream().filter(pair -> pair.students().size() == 2).count();
        long most = formed() == 0 ? twos : (others.isEmpty() ? 3L : 2L) * formed();
        return formed() + kept.size() > 0 && undecidedStudents().size() <= most;
    }

    private int pairCount() {
        return kept.size() + formed();
    }

    private int largestPairSize() {
        return all().size() == 2 * pairCount() && !isChanging ? 2 : 3;
    }

    /** Returns whether further students may join the pair with a number. */
    private boolean isOpen(int number) {
        return number > kept.size()
                || (formed() == 0 && kept.get(number - 1).students().size() < 3);
    }

    /** Returns the number of places in the pair with a number. */
    int placeCount(int number) {
        return isOpen(number)
                ? largestPairSize()
                : kept.get(number - 1).students().size();
    }

    /** Returns the students who are given in the pair with a number. */
    List<StudentId> givenStudents(int number) {
        if (number <= kept.size()) {
            return kept.get(number - 1).students();
        }
        return others.isEmpty() ? List.of() : List.of(givenStudents().get(number - kept.size() - 1));
    }

    /**
     * Returns the ids of all pairs, from number 1, kept pairs first.
     *
     * @param intervention the intervention
     * @param about        name of the pairing; the ids are {@code <intervention>/pair/<about>/<number>}
     */
    List<GroupId> pairIds(Intervention<?> intervention, String about) {
        return IntStream.rangeClosed(1, pairCount())
                .mapToObj(number -> DemandBuilder.sessionId(intervention, "pair", about, number))
                .map(id -> new GroupId(id.value()))
                .toList();
    }

    /** Returns the ids of the pairs to be formed. */
    List<GroupId> formed(Intervention<?> intervention, String about) {
        return pairIds(intervention, about).subList(kept.size(), pairCount());
    }

    /**
     * Returns the grouping of the pairs: kept pairs first, then those to be formed. A student without a partner joins a pair that is formed; if all
     * pairs are kept, a pair of two.
     *
     * @param intervention the intervention
     * @param about        name of the pairing, see {@link #pairIds}
     * @param name         returns the display name of a pair by its number from 1
     * @param membership   returns the membership of a student who is given in a pair; empty for one who has left before the first week
     */
    Grouping grouping(
            Intervention<?> intervention,
            String about,
            IntFunction<String> name,
            Function<StudentId, Optional<GroupMember>> membership) {
        var pairs = new ArrayList<Group>();
        var open = new ArrayList<GroupId>();
        for (GroupId id : pairIds(intervention, about)) {
            int number = pairs.size() + 1;
            var given = givenStudents(number).stream()
                    .map(membership)
                    .flatMap(Optional::stream)
                    .toList();
            pairs.add(new Group(id, name.apply(number), Group.Kind.PAIR, given));
            if (isOpen(number)) {
                open.add(id);
            }
        }
        Map<StudentId, List<GroupId>> choices = new HashMap<>();
        undecidedStudents().forEach(one -> choices.put(one, open));
        return new Grouping(
                intervention.id(), pairs, undecidedStudents(), 2, largestPairSize(), false, choices, Map.of());
    }
}
