package dk.grundskema.solver.bound;

import dk.grundskema.solver.bound.CostModel.Charge;
import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.bound.CostModel.Cut;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.bound.CostModel.Total;
import dk.grundskema.solver.score.CompiledRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The relaxed plan of compiled rules, from which models of parts are taken. A part has some of the decisions; whatever depends on others is left out,
 * which only makes more possible or costs less.
 */
final class RelaxedPlan {
    private final Choices choices;
    private final List<Charge> charges;
    private final List<Total> totals;
    private final CompiledRules compiled;
    private final long mediumLimit;
    private final OwnerIndex<Limit> limitIndex;
    private final OwnerIndex<int[]> clauseIndex;
    private final OwnerIndex<Charge> chargeIndex;
    private final OwnerIndex<Total> totalIndex;

    /**
     * @param choices     the choices and their owners
     * @param limits      all limits
     * @param charges     costs of combinations
     * @param totals      costs of totals
     * @param compiled    the rules
     * @param mediumLimit weighted medium cost that plans may have
     */
    RelaxedPlan(
            Choices choices,
            List<Limit> limits,
            List<Charge> charges,
            List<Total> totals,
            CompiledRules compiled,
            long mediumLimit) {
        this.choices = choices;
        this.charges = List.copyOf(charges);
        this.totals = List.copyOf(totals);
        this.compiled = compiled;
        this.mediumLimit = mediumLimit;
        this.limitIndex = new OwnerIndex<>(limits, Limit::literals, choices);
        this.clauseIndex = new OwnerIndex<>(choices.clauses(), clause -> clause, choices);
        this.chargeIndex = new OwnerIndex<>(
                charges.stream().filter(one -> one.kind() != CostKind.SOFT).toList(), Charge::literals, choices);
        this.totalIndex = new OwnerIndex<>(
                totals.stream().filter(one -> one.kind() != CostKind.SOFT).toList(), Total::literals, choices);
    }

    Choices choices() {
        return choices;
    }

    List<Charge> charges() {
        return charges;
    }

    CompiledRules compiled() {
        return compiled;
    }

    long mediumLimit() {
        return mediumLimit;
    }

    /** Returns the soft totals of each rule, in sets that share no decision. */
    List<List<Total>> independentTotals() {
        Map<Integer, List<Total>> byRule = new LinkedHashMap<>();
        totals.stream()
                .filter(total -> total.kind() == CostKind.SOFT)
                .forEach(total -> byRule.computeIfAbsent(total.rule(), fresh -> new ArrayList<>())
                        .add(total));
        return byRule.values().stream()
                .map(this::components)
                .flatMap(Collection::stream)
                .toList();
    }

    private Collection<List<Total>> components(List<Total> some) {
        Map<Integer, Integer> parent = new HashMap<>();
        for (Total total : some) {
            int first = -1;
            for (int literal : total.literals()) {
                for (int owner : linkingOwners(literal)) {
                    first = first < 0 ? root(parent, owner) : first;
                    parent.put(root(parent, owner), first);
                }
            }
        }
        Map<Integer, List<Total>> components = new LinkedHashMap<>();
        for (Total total : some) {
            int key = total.literals().length == 0 ? -1 : root(parent, linkingOwners(total.literals()[0])[0]);
            components.computeIfAbsent(key, fresh -> new ArrayList<>()).add(total);
        }
        return components.values();
    }

    private static int root(Map<Integer, Integer> parent, int node) {
        int at = node;
        int above = parent.getOrDefault(at, at);
        while (above != at) {
            at = above;
            above = parent.getOrDefault(at, at);
        }
        return at;
    }

    /** What is taught depends on the guest first: its kind alone links totals. */
    private int[] linkingOwners(int literal) {
        int[] owners = choices.owners(literal);
        int[] kinds = Arrays.stream(owners)
                .filter(owner -> owner >= choices.firstKindOwner())
                .toArray();
        return kinds.length > 0 ? kinds : owners;
    }

    /** Returns whether a total depends on two decisions at once. */
    boolean hasProducts(Total total) {
        return IntStream.of(total.literals()).anyMatch(literal -> choices.owners(literal).length > 1);
    }

    /**
     * Returns the model of the decisions that some soft totals depend on: all of them, or of what depends on guests one kind of guest with its hosts, as
     * far as larger totals never cost less.
     */
    CostModel modelOf(List<Total> soft) {
        var owners = new BitSet();
        soft.forEach(total -> addOwners(total.literals(), owners));
        int kind = owners.nextSetBit(choices.firstKindOwner());
        boolean canShrink = soft.stream().allMatch(total -> total.isGrowing() && !total.hasNegativeAmount());
        if (kind < 0
                || owners.nextSetBit(kind + 1) < 0
                || !canShrink
                || soft.stream().noneMatch(this::hasProducts)) {
            return model(owners, List.of(), soft, List.of(), true);
        }
        var ofKind = new BitSet();
        soft.forEach(total -> IntStream.of(total.literals())
                .filter(literal -> IntStream.of(choices.owners(literal)).anyMatch(owner -> owner == kind))
                .forEach(literal -> addOwners(new int[] {literal}, ofKind)));
        List<Total> smaller = new ArrayList<>();
        soft.forEach(total -> addPart(total, literal -> isWithin(literal, ofKind), true, smaller));
        return model(ofKind, List.of(), smaller, List.of(), false);
    }

    /**
     * Returns the model of the decisions that some soft totals and all soft charges depend on.
     *
     * @param cuts bounds that are already proved for some of the totals
     */
    CostModel modelWithCharges(List<Total> soft, List<Cut> cuts) {
        var owners = new BitSet();
        soft.forEach(total -> addOwners(total.literals(), owners));
        List<Charge> charged =
                charges.stream().filter(one -> one.kind() == CostKind.SOFT).toList();
        charged.forEach(charge -> addOwners(charge.literals(), owners));
        return model(owners, charged, soft, cuts, true);
    }

    private void addOwners(int[] literals, BitSet owners) {
        for (int literal : literals) {
            for (int owner : choices.owners(literal)) {
                owners.set(owner);
            }
        }
    }

    private boolean isWithin(int literal, BitSet owners) {
        for (int owner : choices.owners(literal)) {
            if (!owners.get(owner)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithin(int[] literals, BitSet owners) {
        for (int literal : literals) {
            if (!isWithin(literal, owners)) {
                return false;
            }
        }
        return true;
    }

    private CostModel model(
            BitSet owners,
            List<Charge> softCharges,
            List<Total> softTotals,
            List<Cut> cuts,
            boolean withPartialTotals) {
        var limits = new ArrayList<Limit>();
        limitIndex.concerning(owners).forEach(limit -> {
            int[] within = within(limit.literals(), owners);
            boolean isWhole = within.length == limit.literals().length;
            if (within.length > 0 && (isWhole || limit.most() < within.length)) {
                limits.add(new Limit(within, isWhole ? limit.least() : 0, limit.most()));
            }
        });
        var someCharges = new ArrayList<>(softCharges);
        chargeIndex
                .concerning(owners)
                .filter(charge -> isWithin(charge.literals(), owners))
                .forEach(someCharges::add);
        var someTotals = new ArrayList<>(softTotals);
        var used = new BitSet();
        softTotals.forEach(total -> IntStream.of(total.literals()).forEach(literal -> used.set(Math.abs(literal))));
        totalIndex
                .concerning(owners)
                .forEach(total -> addPart(
                        total,
                        literal -> isWithin(literal, owners)
                                && (choices.owners(literal).length == 1 || used.get(Math.abs(literal))),
                        withPartialTotals,
                        someTotals));
        List<int[]> clauses = clauseIndex
                .concerning(owners)
                .filter(clause -> isWithin(clause, owners) && isUsed(clause, used))
                .toList();
        return new CostModel(choices.count(), limits, clauses, someCharges, someTotals, cuts, mediumLimit);
    }

    /** A clause about a product is needed only where the product is. */
    private boolean isUsed(int[] clause, BitSet used) {
        return IntStream.of(clause)
                .filter(literal -> choices.owners(literal).length > 1)
                .allMatch(literal -> used.get(Math.abs(literal)));
    }

    private int[] within(int[] literals, BitSet owners) {
        return Arrays.stream(literals)
                .filter(literal -> isWithin(literal, owners))
                .toArray();
    }

    /** Adds a total: whole, or a part of it if the rest can only make it larger and a larger total never costs less. */
    private static void addPart(Total total, IntPredicate isKnown, boolean withParts, List<Total> into) {
        int known = (int) IntStream.of(total.literals()).filter(isKnown).count();
        if (known == total.literals().length) {
            into.add(total);
        } else if (known > 0 && withParts && total.isGrowing() && !total.hasNegativeAmount()) {
            int[] places = IntStream.range(0, total.literals().length)
                    .filter(i -> isKnown.test(total.literals()[i]))
                    .toArray();
            into.add(new Total(
                    total.rule(),
                    total.kind(),
                    total.base(),
                    IntStream.of(places).map(i -> total.literals()[i]).toArray(),
                    IntStream.of(places).mapToLong(i -> total.amounts()[i]).toArray(),
                    total.points(),
                    total.costs()));
        }
    }
}
