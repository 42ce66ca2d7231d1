package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.SessionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits a plan into independent parts: parts that share no candidate staff, students, groups, rooms or hosts,
 * and whose sessions do not exclude each other.
 * Decisions of one part do not affect the others, except through rules that compare all staff or students. Schools that
 * share an advisor are one part. The parts are the connected components of decisions and resources, found with
 * union-find.
 */
public final class BlueprintPartitioner {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int staff;
    private final int rooms;
    private final int students;
    private final int groups;
    private final int[] above;

    private BlueprintPartitioner(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.staff = decisions.count();
        this.rooms = staff + blueprint.staff().size();
        this.students = rooms + blueprint.rooms().size();
        this.groups = students + blueprint.students().size();
        this.above = new int[groups + blueprint.groups().size()];
        Arrays.setAll(above, node -> node);
    }

    /**
     * Returns the blueprint once per part; in each copy the open decisions of all other parts are closed and have an
     * empty range.
     *
     * @param least minimum number of open decisions of a part; smaller parts are merged with the next
     * @return the blueprint itself if it has only one part
     */
    public static List<Blueprint> partition(Blueprint blueprint, int least) {
        return new BlueprintPartitioner(blueprint).createPartitions(least);
    }

    private List<Blueprint> createPartitions(int least) {
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            join(session);
        }
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            for (int person : decisions.range(decisions.seat(seat))) {
                join(decisions.seat(seat), staff + person);
            }
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            var student = blueprint.memberships().get(m).student().id();
            join(decisions.member(m), students + blueprint.index().student().indexOf(student));
            for (int group : decisions.range(decisions.member(m))) {
                join(decisions.member(m), groups + group);
            }
        }
        for (var bundle : blueprint.neighbourhoods()) {
            int[] seats = bundle.seats();
            for (int i = 1; i < seats.length; i++) {
                join(decisions.seat(seats[0]), decisions.seat(seats[i]));
            }
        }
        for (var demand : blueprint.demands()) {
            for (var exclusion : demand.exclusions()) {
                if (exclusion.kind() == ExclusiveSessions.Kind.SAME_TIME) {
                    int first = slotOf(exclusion.sessions().getFirst());
                    exclusion.sessions().forEach(session -> join(first, slotOf(session)));
                }
            }
        }
        List<BitSet> parts = connectedDecisions(least);
        return parts.size() < 2
                ? List.of(blueprint)
                : parts.stream()
                        .map(part -> blueprint.withDecisions(decisions.restrictedTo(part)))
                        .toList();
    }

    private int slotOf(SessionId session) {
        return decisions.slot(blueprint.index().session().indexOf(session));
    }

    /** Joins a session with its possible participants, staff, rooms and hosts. */
    private void join(int number) {
        int node = decisions.slot(number);
        var session = blueprint.sessions().get(number);
        join(node, decisions.room(number));
        for (int room : decisions.range(decisions.room(number))) {
            join(node, rooms + room);
        }
        for (int seat : blueprint.seatsOf()[number]) {
            join(node, decisions.seat(seat));
        }
        for (int host : blueprint.hosts()[number]) {
            join(node, decisions.slot(host));
        }
        var index = blueprint.index();
        session.students().forEach(one -> join(node, students + index.student().indexOf(one)));
        session.groups().forEach(one -> joinGroup(node, index.group().indexOf(one)));
        if (session.awakeWith() != null) {
            joinGroup(node, index.group().indexOf(session.awakeWith()));
        }
        if (session.relief() != null && index.staff().contains(session.relief().staff())) {
            join(node, staff + index.staff().indexOf(session.relief().staff()));
        }
    }

    private void joinGroup(int node, int group) {
        join(node, groups + group);
        blueprint
                .groups()
                .get(group)
                .members()
                .forEach(member ->
                        join(node, students + blueprint.index().student().indexOf(member.studentId())));
    }

    private int findRoot(int node) {
        int top = node;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    private void join(int one, int other) {
        above[findRoot(one)] = findRoot(other);
    }

    /**
     * Returns the open decisions of each part, ordered by their first decision; small parts are merged with the next.
     */
    private List<BitSet> connectedDecisions(int least) {
        Map<Integer, BitSet> ofTop = new TreeMap<>();
        List<BitSet> apart = new ArrayList<>();
        for (int decision = 0; decision < decisions.count(); decision++) {
            if (decisions.isOpen(decision)) {
                ofTop.computeIfAbsent(findRoot(decision), fresh -> {
                            var part = new BitSet();
                            apart.add(part);
                            return part;
                        })
                        .set(decision);
            }
        }
        var parts = new ArrayList<BitSet>();
        for (BitSet one : apart) {
            if (parts.isEmpty() || parts.getLast().cardinality() >= least) {
                parts.add(new BitSet());
            }
            parts.getLast().or(one);
        }
        if (parts.size() > 1 && parts.getLast().cardinality() < least) {
            BitSet rest = parts.removeLast();
            parts.getLast().or(rest);
        }
        return parts;
    }
}
