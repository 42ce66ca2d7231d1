package dk.grundskema.solver.bound;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.bound.CostModel.Charge;
import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.bound.CostModel.Total;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.registry.RuleFailedException;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Builds the cost model of compiled rules. Sums become totals: exactly, or without some of their non-negative amounts if a larger total never costs less,
 * or not at all. Local rules over few decisions become charges. Timelines are left out, but nobody holds two seats at the same fixed time.
 */
final class CostModelBuilder {
    /** Maximum number of different totals of a row. */
    private static final int MOST_POINTS = 2_000;

    /** Maximum number of choices of a session's time and a seat's holder that are multiplied. */
    private static final int MOST_PRODUCTS = 400;

    /** Consecutive scopes of a rule that depend on too much, after which the others are not tried. */
    private static final int MOST_FAILURES = 20;

    private static final String UNPLACED = "core.unplaced-session";

    private final CompiledRules compiled;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final CompiledRules.Sums sums;
    private final Choices choices;
    private final long mediumLimit;
    private final Map<Integer, Map<Integer, Long>> amounts = new TreeMap<>();
    private final long[] bases;
    private final Map<Integer, List<Long>> leftOut = new HashMap<>();
    private final boolean[] blurred;
    private final List<Charge> charges = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    private CostModelBuilder(CompiledRules compiled, long mediumLimit) {
        this.compiled = compiled;
        this.blueprint = compiled.blueprint();
        this.decisions = blueprint.decisions();
        this.sums = compiled.sums();
        this.choices = new Choices(blueprint);
        this.mediumLimit = mediumLimit;
        this.bases = sums.starts().clone();
        this.blurred = new boolean[bases.length];
    }

    /**
     * Builds the model.
     *
     * @param mediumLimit weighted medium cost that plans may have, 0 or more
     */
    static RelaxedPlan build(CompiledRules compiled, long mediumLimit) {
        var builder = new CostModelBuilder(compiled, mediumLimit);
        builder.addScopes();
        builder.addEntries();
        builder.addMovableSeats();
        builder.addGuests();
        builder.addCompanions();
        builder.addTotals();
        builder.limits.addAll(new ClashLimits(builder.blueprint).limits(builder.choices));
        builder.limits.addAll(new RestLimits(compiled).limits(builder.choices));
        builder.limits.addAll(builder.choices.limits());
        return new RelaxedPlan(
                builder.choices, builder.limits, builder.charges, builder.totals, builder.compiled, mediumLimit);
    }

    private CostKind kindOf(int rule) {
        Level level = compiled.rules().get(rule).type().level();
        return switch (level) {
            case HARD -> CostKind.HARD;
            case MEDIUM -> CostKind.MEDIUM;
            case SOFT -> CostKind.SOFT;
        };
    }

    private void addScopes() {
        var explorer = new LocalRuleExplorer(blueprint);
        Map<Integer, Integer> failures = new HashMap<>();
        for (RuledScope scope : compiled.scopes()) {
            int rule = scope.rule();
            if (compiled.weights()[rule] > 0 && failures.getOrDefault(rule, 0) < MOST_FAILURES) {
                var tree = explorer.explore(scope);
                failures.put(rule, tree.isEmpty() ? failures.getOrDefault(rule, 0) + 1 : 0);
                tree.ifPresent(found -> addTree(rule, found, new int[0]));
            }
        }
    }

    private void addTree(int rule, LocalRuleExplorer.Tree tree, int[] path) {
        switch (tree) {
            case LocalRuleExplorer.Tree.Leaf leaf -> {
                if (leaf.cost() > 0) {
                    charges.add(new Charge(rule, kindOf(rule), leaf.cost() * compiled.weights()[rule], path));
                }
            }
            case LocalRuleExplorer.Tree.Node node ->
                node.branches().forEach((branch, values) -> {
                    if (!(branch instanceof LocalRuleExplorer.Tree.Leaf leaf) || leaf.cost() > 0) {
                        int[] longer = Arrays.copyOf(path, path.length + 1);
                        longer[path.length] = choices.anyValue(node.decision(), values);
                        addTree(rule, branch, longer);
                    }
                });
        }
    }

    private void addBlock(int literal, int[] block) {
        for (int i = 0; i < block.length; i += 2) {
            if (literal == Choices.TRUE) {
                bases[block[i]] += block[i + 1];
            } else if (literal != Choices.FALSE) {
                amounts.computeIfAbsent(block[i], fresh -> new TreeMap<>())
                        .merge(literal, (long) block[i + 1], Long::sum);
            }
        }
    }

    /** Notes that a block is not modelled: rows with non-negative amounts are incomplete, others unusable. */
    private void leaveOut(int[] block) {
        for (int i = 0; i < block.length; i += 2) {
            leftOut.computeIfAbsent(block[i], fresh -> new ArrayList<>()).add((long) block[i + 1]);
            blurred[block[i]] |= block[i + 1] < 0;
        }
    }

    private void addEntries() {
        for (int decision = 0; decision < decisions.count(); decision++) {
            boolean isGuest =
                    decisions.kind(decision) == Decisions.Kind.SLOT && blueprint.isGuest(decisions.owner(decision));
            for (int value : decisions.range(decision)) {
                int[] block = sums.entries()[decision][value];
                if (block.length > 0 && !isGuest) {
                    addBlock(choices.value(decision, value), block);
                }
            }
        }
        for (int[] block : sums.freed()) {
            leaveOut(block);
        }
    }

    private void addMovableSeats() {
        for (int seat = 0; seat < blueprint.seats().size(); seat++) {
            int[] sessions = blueprint.sessionsOf()[seat];
            for (int i = 0; i < sessions.length; i++) {
                int[][][] blocks = sums.seatAt()[seat][i];
                if (blocks != null) {
                    addMovableSeat(seat, sessions[i], blocks);
                }
            }
        }
    }

    private void addMovableSeat(int seat, int session, int[][][] blocks) {
        int[] slots = decisions.range(decisions.slot(session));
        int[] people = decisions.range(decisions.seat(seat));
        boolean isModelled = slots.length * people.length <= MOST_PRODUCTS;
        for (int slot : slots) {
            for (int person : people) {
                int[] block = blocks[slot][person];
                if (block == null || block.length == 0) {
                    continue;
                }
                if (isModelled) {
                    addBlock(
                            choices.both(
                                    choices.value(decisions.slot(session), slot),
                                    choices.value(decisions.seat(seat), person)),
                            block);
                } else {
                    leaveOut(block);
                }
            }
        }
    }

    /** Adds the placements of guests by kind, and what seats add because of them. */
    private void addGuests() {
        Map<Integer, List<Integer>> guestsOf = new TreeMap<>();
        Map<Integer, List<Integer>> kindsOfHost = new TreeMap<>();
        int kinds = Arrays.stream(sums.guestKinds()).max().orElse(-1) + 1;
        for (int session = 0; session < blueprint.sessions().size(); session++) {
            if (blueprint.isGuest(session)) {
                // A guest that a lock has placed is a kind of its own.
                int kind = decisions.isOpen(decisions.slot(session)) ? sums.guestKinds()[session] : kinds + session;
                guestsOf.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(session);
            }
        }
        guestsOf.forEach((kind, guests) -> {
            addKind(kind, guests);
            for (int choice : ranges(guests)) {
                int host = blueprint.host(guests.getFirst(), choice);
                kindsOfHost.computeIfAbsent(host, fresh -> new ArrayList<>()).add(kind);
                addTeaching(kind, sums.guestKinds()[guests.getFirst()], host);
            }
        });
        kindsOfHost.forEach((host, some) -> limits.add(new Limit(
                some.stream().mapToInt(kind -> choices.guest(kind, host)).toArray(), 0, 1)));
    }

    private void addKind(int kind, List<Integer> guests) {
        int first = guests.getFirst();
        int[] range = ranges(guests);
        int[] literals = new int[range.length];
        for (int i = 0; i < range.length; i++) {
            literals[i] = choices.guest(kind, blueprint.host(first, range[i]));
            int choice = range[i];
            List<int[]> blocks = guests.stream()
                    .map(guest -> sums.entries()[decisions.slot(guest)])
                    .map(ofGuest -> choice < ofGuest.length ? ofGuest[choice] : new int[0])
                    .toList();
            if (blocks.stream().allMatch(block -> Arrays.equals(block, blocks.getFirst()))) {
                addBlock(literals[i], blocks.getFirst());
            } else {
                blocks.forEach(this::leaveOut);
            }
        }
        long weight = weightOf(UNPLACED);
        int required = (int) guests.stream()
                .filter(guest -> blueprint.sessions().get(guest).required()
                        && blueprint.sessions().get(guest).awakeWith() == null)
                .count();
        int missing = weight == 0 ? required : (int) Math.min(required, mediumLimit / weight);
        int most = Math.min(guests.size(), literals.length);
        limits.add(new Limit(literals, Math.min(required - missing, most), most));
    }

    /** Returns the choices of at least one guest, ascending. */
    private int[] ranges(List<Integer> guests) {
        var all = new TreeSet<Integer>();
        guests.forEach(
                guest -> Arrays.stream(decisions.range(decisions.slot(guest))).forEach(all::add));
        return all.stream().mapToInt(i -> i).toArray();
    }

    private long weightOf(String rule) {
        for (int i = 0; i < compiled.rules().size(); i++) {
            if (compiled.rules().get(i).type().id().equals(rule)) {
                return compiled.weights()[i];
            }
        }
        return 0;
    }

    private void addTeaching(int kind, int compiledKind, int host) {
        for (int seat : blueprint.seatsOf()[host]) {
            int place = 0;
            while (blueprint.sessionsOf()[seat][place] != host) {
                place++;
            }
            int[][] perPerson = sums.teaching()[seat][place][compiledKind];
            if (perPerson == null) {
                continue;
            }
            for (int person : decisions.range(decisions.seat(seat))) {
                if (perPerson[person] != null && perPerson[person].length > 0) {
                    addBlock(
                            choices.both(choices.guest(kind, host), choices.value(decisions.seat(seat), person)),
                            perPerson[person]);
                }
            }
        }
    }

    private void addCompanions() {
        var companions = sums.companions();
        for (int seat = 0; seat < companions.members().length; seat++) {
            int[] members = companions.members()[seat];
            for (int place = 0; place < members.length; place++) {
                int decision = decisions.member(members[place]);
                for (int group : decisions.range(decision)) {
                    for (int person : decisions.range(decisions.seat(seat))) {
                        int[] block = companions.blocks()[seat][place][group][person];
                        if (block.length > 0) {
                            addBlock(
                                    choices.both(
                                            choices.value(decision, group),
                                            choices.value(decisions.seat(seat), person)),
                                    block);
                        }
                    }
                }
            }
        }
    }

    private void addTotals() {
        for (int row = 0; row < bases.length; row++) {
            if (compiled.weights()[sums.rules()[row]] > 0 && !blurred[row]) {
                tryTotal(row);
            }
        }
    }

    /** Adds a row, or leaves it out if its rule fails: among the totals are some that no plan has, which a rule need not expect. */
    private void tryTotal(int row) {
        try {
            addTotal(row);
        } catch (RuleFailedException e) {
            if (e.isEnded()) {
                throw e; // each further row would take as long
            }
            // Without the row the bound is lower, and still true.
        }
    }

    private void addTotal(int row) {
        Map<Integer, Long> terms = amounts.getOrDefault(row, Map.of());
        int[] literals = terms.keySet().stream().mapToInt(i -> i).toArray();
        long[] amountsOf = terms.values().stream().mapToLong(i -> i).toArray();
        long[] points = points(bases[row], amountsOf);
        if (points.length == 0) {
            return;
        }
        long[] costs = costs(row, points);
        if (Arrays.stream(costs).allMatch(cost -> cost == 0)) {
            return;
        }
        int rule = sums.rules()[row];
        var total = new Total(rule, kindOf(rule), bases[row], literals, amountsOf, points, costs);
        if (!leftOut.containsKey(row) || isGrowing(row, amountsOf)) {
            totals.add(total);
        }
    }

    /** Returns whether a larger total never costs less, up to the sum of all amounts, modelled or not. */
    private boolean isGrowing(int row, long[] modelled) {
        long[] all = LongStream.concat(
                        Arrays.stream(modelled),
                        leftOut.getOrDefault(row, List.of()).stream().mapToLong(i -> i))
                .toArray();
        long[] points = points(bases[row], all);
        return points.length > 0 && isGrowing(costs(row, points));
    }

    private static boolean isGrowing(long[] costs) {
        return IntStream.range(1, costs.length).allMatch(i -> costs[i] >= costs[i - 1]);
    }

    /** Returns all totals that amounts can add up to, and perhaps others; empty if there are too many. */
    private static long[] points(long base, long[] amounts) {
        long least = base;
        long most = base;
        long step = 0;
        for (long amount : amounts) {
            least += Math.min(0, amount);
            most += Math.max(0, amount);
            step = divisor(step, Math.abs(amount));
        }
        if (step == 0) {
            return new long[] {base};
        }
        if ((most - least) / step >= MOST_POINTS) {
            return new long[0];
        }
        long[] points = new long[(int) ((most - least) / step) + 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = least + i * step;
        }
        return points;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private long[] costs(int row, long[] points) {
        long[] costs = new long[points.length];
        long weight = compiled.weights()[sums.rules()[row]];
        for (int i = 0; i < points.length; i++) {
            if (points[i] != 0 || sums.named()[row]) {
                for (Object key : sums.keys()[row]) {
                    costs[i] += weight * sums.costs()[row].penalty(key, points[i]);
                }
            }
        }
        return costs;
    }
}
