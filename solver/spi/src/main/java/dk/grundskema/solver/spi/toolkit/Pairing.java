package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Students in twos: equals, or two sides of which each pair has somebody, such as tutors and those whom they tutor. Where it doesn't come out even,
 * some pairs have three. Of two sides the smaller is given, one in each pair, so that only the others' pairs are to be decided.
 *
 * @param ones   equals, or one side
 * @param others the other side; empty means that all are equals
 * @param kept   pairs that are fixed, of students of these sides
 */
public record Pairing(List<StudentId> ones, List<StudentId> others, List<KeptPair> kept) {
    /** Copies the lists. */
    public Pairing {
        ones = List.copyOf(ones);
        others = List.copyOf(others);
        kept = List.copyOf(kept);
    }

    /** The further half of some students on one side, the others on the other; nothing is kept. */
    public static Pairing byLevel(List<StudentId> students, KnownLevels levels) {
        List<StudentId> upper = levels.upperHalf(students);
        var lower = students.stream().filter(one -> !upper.contains(one)).toList();
        return new Pairing(lower, upper, List.of());
    }

    /** The same sides, of which those of some pairs are kept whose students are all in them. */
    public Pairing keeping(Collection<KeptPair> pairs) {
        var all = all();
        return new Pairing(
                ones,
                others,
                pairs.stream().filter(pair -> all.containsAll(pair.students())).toList());
    }

    /** Whether nobody is on both sides, nor twice on one. */
    public boolean isDisjoint() {
        return ones.size() + others.size() == all().size();
    }

    /** Who is in more than one of the pairs that are fixed, each once, in their order. */
    public List<StudentId> keptTwice() {
        var all = kept.stream().flatMap(pair -> pair.students().stream()).toList();
        return all.stream()
                .filter(one -> Collections.frequency(all, one) > 1)
                .distinct()
                .toList();
    }

    /** Whether a pair of these students has somebody of either side, where there are two sides. */
    public boolean hasBothSides(List<StudentId> pair) {
        return others.isEmpty() || (!Collections.disjoint(others, pair) && !others.containsAll(pair));
    }

    /** Everybody, each once. */
    public List<StudentId> all() {
        return Stream.concat(ones.stream(), others.stream()).distinct().toList();
    }

    private List<StudentId> free(List<StudentId> some) {
        return some.stream()
                .filter(one -> kept.stream().noneMatch(pair -> pair.students().contains(one)))
                .toList();
    }

    /** Who is given in the pairs that are to be formed, one in each; empty for equals. */
    private List<StudentId> given() {
        return free(others).size() <= free(ones).size() ? free(others) : free(ones);
    }

    /** Whose pair is to be decided. */
    private List<StudentId> joining() {
        return free(all()).stream().filter(one -> !given().contains(one)).toList();
    }

    private int formed() {
        return others.isEmpty() ? joining().size() / 2 : given().size();
    }

    /** Whether everybody finds a place in a pair of two, or three. */
    public boolean comesOut() {
        long twos = kept.stream().filter(pair -> pair.students().size() == 2).count();
        long most = formed() == 0 ? twos : (others.isEmpty() ? 3L : 2L) * formed();
        return formed() + kept.size() > 0 && joining().size() <= most;
    }

    private int pairs() {
        return kept.size() + formed();
    }

    private int largest() {
        return all().size() == 2 * pairs() ? 2 : 3;
    }

    /** Whether somebody may join the pair of a number. */
    private boolean isOpen(int number) {
        return number > kept.size()
                || (formed() == 0 && kept.get(number - 1).students().size() < 3);
    }

    /** How many the pair of a number may have. */
    int places(int number) {
        return isOpen(number) ? largest() : kept.get(number - 1).students().size();
    }

    /** Who is given in the pair of a number. */
    List<StudentId> given(int number) {
        if (number <= kept.size()) {
            return kept.get(number - 1).students();
        }
        return others.isEmpty() ? List.of() : List.of(given().get(number - kept.size() - 1));
    }

    /**
     * The ids of all pairs, from number 1 on, those that are kept first.
     *
     * @param intervention which intervention asks for them
     * @param about        whose pairs they are; the ids are {@code <intervention>/pair/<about>/<number>}
     */
    public List<GroupId> ids(Intervention<?> intervention, String about) {
        return IntStream.rangeClosed(1, pairs())
                .mapToObj(number -> DemandDraft.id(intervention, "pair", about, number))
                .map(id -> new GroupId(id.value()))
                .toList();
    }

    /** The ids of those that are to be formed. */
    public List<GroupId> formed(Intervention<?> intervention, String about) {
        return ids(intervention, about).subList(kept.size(), pairs());
    }

    /**
     * The pairs to be formed, after those that are kept. Whoever is left over joins one that is formed; if all are kept, one of two.
     *
     * @param intervention which intervention asks for it
     * @param about        whose pairs they are, see {@link #ids}
     * @param name         what people call a pair, by its number from 1
     */
    public Grouping grouping(Intervention<?> intervention, String about, IntFunction<String> name) {
        var pairs = new ArrayList<Group>();
        var open = new ArrayList<GroupId>();
        for (GroupId id : ids(intervention, about)) {
            int number = pairs.size() + 1;
            var given = given(number).stream().map(GroupMember::always).toList();
            pairs.add(new Group(id, name.apply(number), Group.Kind.PAIR, given));
            if (isOpen(number)) {
                open.add(id);
            }
        }
        Map<StudentId, List<GroupId>> choices = new HashMap<>();
        joining().forEach(one -> choices.put(one, open));
        return new Grouping(intervention.id(), pairs, joining(), 2, largest(), false, choices, Map.of());
    }
}
