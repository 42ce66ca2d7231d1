package dk.grundskema.solver.bound;

import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SleepingSessionIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Yes/no choices of a cost model. A choice means that a decision <em>counts</em> with a value; decisions of what sleeps count with none. Guests of one
 * kind are interchangeable, so a choice says that some guest of the kind is in a host; a host has at most one guest, since more are a hard violation.
 * Each choice has one or more owners: the decisions that it is about, and for guests the number of their kind. Not thread-safe.
 */
final class Choices {
    /** The literal of something that is always so. */
    static final int TRUE = Integer.MAX_VALUE;

    /** The literal of something that is never so. */
    static final int FALSE = -TRUE;

    private record Both(int one, int other) {}

    private record KindInHost(int kind, int host) {}

    private final Decisions decisions;
    private final SleepingSessionIndex sleepers;
    private final Blueprint blueprint;
    private final int[] fixed;
    private final List<int[]> owners = new ArrayList<>(List.of(new int[0]));
    private final Map<Integer, Map<Integer, Integer>> values = new HashMap<>();
    private final Map<Both, Integer> products = new HashMap<>();
    private final Map<KindInHost, Integer> guests = new HashMap<>();
    private final List<Limit> limits = new ArrayList<>();
    private final List<int[]> clauses = new ArrayList<>();

    Choices(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.sleepers = new SleepingSessionIndex(blueprint);
        this.fixed = decisions.startValues();
    }

    int count() {
        return owners.size() - 1;
    }

    /** Returns the owners of a literal. */
    int[] owners(int literal) {
        return owners.get(Math.abs(literal));
    }

    List<Limit> limits() {
        return limits;
    }

    List<int[]> clauses() {
        return clauses;
    }

    private int create(int... ofOwners) {
        owners.add(ofOwners);
        return owners.size() - 1;
    }

    private boolean canSleep(int decision) {
        int owner = decisions.owner(decision);
        return switch (decisions.kind(decision)) {
            case SLOT, ROOM -> sleepers.canSleep(owner);
            case SEAT -> sleepers.countNeverSleeping(owner) == 0;
            case MEMBER -> false;
        };
    }

    /** Returns the literal that a decision counts with a value, which may be {@link Decisions#NONE}. Not for decisions of guests. */
    int value(int decision, int value) {
        if (!decisions.isOpen(decision) && !canSleep(decision)) {
            return fixed[decision] == value ? TRUE : FALSE;
        }
        return valuesOf(decision).getOrDefault(value, FALSE);
    }

    private Map<Integer, Integer> valuesOf(int decision) {
        Map<Integer, Integer> known = values.get(decision);
        if (known != null) {
            return known;
        }
        Map<Integer, Integer> made = new HashMap<>();
        var all = new TreeSet<Integer>();
        all.add(Decisions.NONE);
        for (int value : decisions.range(decision)) {
            all.add(value);
        }
        int[] literals = new int[all.size()];
        int i = 0;
        for (int value : all) {
            literals[i] = create(decision);
            made.put(value, literals[i++]);
        }
        limits.add(new Limit(literals, 1, 1));
        values.put(decision, made);
        return made;
    }

    /** Returns a literal that is true at least if a decision counts with one of some values. */
    int anyValue(int decision, List<Integer> some) {
        if (some.size() == 1) {
            return value(decision, some.getFirst());
        }
        Map<Integer, Integer> all = valuesOf(decision);
        if (some.size() == all.size() - 1) {
            return -all.entrySet().stream()
                    .filter(one -> !some.contains(one.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }
        int any = create(decision);
        some.forEach(value -> clauses.add(new int[] {-value(decision, value), any}));
        return any;
    }

    /** Returns the literal that two literals are true. */
    int both(int one, int other) {
        if (one == FALSE || other == FALSE) {
            return FALSE;
        }
        if (one == TRUE || other == TRUE) {
            return one == TRUE ? other : one;
        }
        return products.computeIfAbsent(new Both(one, other), fresh -> {
            int[] a = owners(one);
            int[] b = owners(other);
            int[] all = java.util.Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            int product = create(all);
            clauses.add(new int[] {-one, -other, product});
            clauses.add(new int[] {one, -product});
            clauses.add(new int[] {other, -product});
            return product;
        });
    }

    /** Returns the number of guest kinds' owners: added to a kind, it is the number of its owner. */
    int firstKindOwner() {
        return decisions.count();
    }

    /** Returns the literal that a guest of a kind is in a host. */
    int guest(int kind, int host) {
        return guests.computeIfAbsent(new KindInHost(kind, host), fresh -> create(firstKindOwner() + kind));
    }

    Blueprint blueprint() {
        return blueprint;
    }
}
