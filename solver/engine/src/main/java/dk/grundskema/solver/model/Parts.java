package dk.grundskema.solver.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of a plan that have nobody and nothing in common: no staff, students, groups or rooms to choose from, no hosts. Whatever is decided in
 * one leaves the others as they are, but for rules that compare everybody with everybody. Schools that share an advisor are one part.
 */
public final class Parts {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int staff;
    private final int rooms;
    private final int students;
    private final int groups;
    private final int[] above;

    private Parts(Blueprint blueprint) {
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
     * The same blueprint once for each part, in which the decisions of all other parts are closed and can take no value.
     *
     * @param least open decisions that are worth a part of their own; smaller ones go together with the next
     * @return the blueprint itself if it has one part only
     */
    public static List<Blueprint> of(Blueprint blueprint, int least) {
        return new Parts(blueprint).all(least);
    }

    private List<Blueprint> all(int least) {
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
            join(decisions.member(m), students + blueprint.index().student().of(student));
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
        List<BitSet> parts = together(least);
        return parts.size() < 2
                ? List.of(blueprint)
                : parts.stream()
                        .map(part -> blueprint.deciding(decisions.only(part)))
                        .toList();
    }

    /** A session with all who may take part, and where. */
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
        session.students().forEach(one -> join(node, students + index.student().of(one)));
        session.groups().forEach(one -> joinGroup(node, index.group().of(one)));
        if (session.awakeWith() != null) {
            joinGroup(node, index.group().of(session.awakeWith()));
        }
        if (session.relief() != null && index.staff().has(session.relief().staff())) {
            join(node, staff + index.staff().of(session.relief().staff()));
        }
    }

    private void joinGroup(int node, int group) {
        join(node, groups + group);
        blueprint
                .groups()
                .get(group)
                .members()
                .forEach(member ->
                        join(node, students + blueprint.index().student().of(member.studentId())));
    }

    private int top(int node) {
        int top = node;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    private void join(int one, int other) {
        above[top(one)] = top(other);
    }

    /** Open decisions that belong together, in the order of their first; small parts with the next. */
    private List<BitSet> together(int least) {
        Map<Integer, BitSet> ofTop = new TreeMap<>();
        List<BitSet> apart = new ArrayList<>();
        for (int decision = 0; decision < decisions.count(); decision++) {
            if (decisions.isOpen(decision)) {
                ofTop.computeIfAbsent(top(decision), fresh -> {
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
