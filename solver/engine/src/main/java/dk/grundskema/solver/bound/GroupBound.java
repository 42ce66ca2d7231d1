package dk.grundskema.solver.bound;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.bound.CostModel.Charge;
import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.CompiledRules.RuledScope;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Membership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bounds what the members of formed groups cost at least. All sets of students that may be a group are listed with the least cost of any seat holder under
 * the rules that treat groups alike; then each student gets a price such that no set has a higher sum of prices than cost. The sum of all prices is a
 * bound, because each student is in one group. A student without a group, or a group without a holder, costs medium points instead, which count with a
 * price of their own; what the plan may cost in medium points is subtracted.
 */
final class GroupBound {
    /** Prices are multiples of this part of a point. */
    private static final long SCALE = 1_000;

    /** Prices of a medium point that are tried, as shares of the dearest student's price. */
    private static final double[] MEDIUM_PRICES = {1.0, 0.75, 0.5};

    private static final String UNPLACED = "core.unplaced-session";
    private static final String MISSING = "core.missing-adult";

    /** A missing adult counts once, and three times more if the students have nobody; see the core's rule. */
    private static final int NOBODY_FACTOR = 4;

    private final RelaxedPlan plan;
    private final CompiledRules compiled;
    private final Blueprint blueprint;
    private final BoundSolver solver;
    private final long mostSets;
    private final Set<Integer> otherwiseBounded;

    /** @param mostSets maximum number of sets of one grouping; groupings with more get no bound */
    GroupBound(RelaxedPlan plan, BoundSolver solver, long mostSets) {
        this.mostSets = mostSets;
        this.plan = plan;
        this.compiled = plan.compiled();
        this.blueprint = compiled.blueprint();
        this.solver = solver;
        this.otherwiseBounded = plan.charges().stream().map(Charge::rule).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The sets of one grouping.
     *
     * @param leaveOut medium cost of each student without a group
     * @param sets     sets of students' numbers
     * @param held     soft cost of each set with its best holder
     * @param unheld   soft cost of each set without a holder
     * @param vacancy  medium cost of a group without a holder
     */
    @SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of sets
    private record MemberSets(long[] leaveOut, int[][] sets, long[] held, long[] unheld, long vacancy) {
        /** Returns the model in which a medium point costs {@code price}; all costs in parts of a point. */
        CoverModel model(long price) {
            long[] costs = new long[sets.length];
            for (int i = 0; i < costs.length; i++) {
                costs[i] = Math.min(held[i] * SCALE, unheld[i] * SCALE + vacancy * price);
            }
            return new CoverModel(
                    Arrays.stream(leaveOut).map(cost -> cost * price).toArray(), sets, costs);
        }
    }

    /** Returns the bound of the weighted soft cost; 0 if there is none. */
    long bound() {
        List<MemberSets> all = memberSets();
        if (all.isEmpty()) {
            return 0;
        }
        long dearest = all.stream()
                .flatMapToLong(one -> Arrays.stream(one.held()))
                .max()
                .orElse(0);
        long least = all.stream()
                .flatMapToLong(one -> Arrays.stream(one.leaveOut()))
                .filter(cost -> cost > 0)
                .min()
                .orElse(0);
        if (dearest == 0 || least == 0) {
            return 0;
        }
        long price = Math.max(1, Math.ceilDiv(dearest * SCALE, least));
        if (plan.mediumLimit() == 0) {
            return boundWith(all, price);
        }
        double top = all.stream()
                .flatMapToLong(one -> Arrays.stream(prices(one.model(price))))
                .max()
                .orElse(0);
        long best = 0;
        for (double share : MEDIUM_PRICES) {
            best = Math.max(best, boundWith(all, Math.max(1, Math.round(top * share / (double) least))));
        }
        return best;
    }

    private long boundWith(List<MemberSets> all, long mediumPrice) {
        long sum = all.stream()
                .flatMapToLong(one -> Arrays.stream(prices(one.model(mediumPrice))))
                .sum();
        return Math.max(0, Math.ceilDiv(sum - mediumPrice * plan.mediumLimit(), SCALE));
    }

    /** Returns valid prices: of no set do they add up to more than its cost, and no student's is above the cost of leaving out. */
    private long[] prices(CoverModel model) {
        int items = model.leaveOutCosts().length;
        double[] proposed = solver.coverPrices(model).orElseGet(() -> new double[items]);
        long[] prices = new long[items];
        for (int item = 0; item < items; item++) {
            long price = (long) Math.floor(proposed[item]);
            prices[item] = Math.min(price, model.leaveOutCosts()[item]);
        }
        for (int i = 0; i < model.sets().length; i++) {
            int[] set = model.sets()[i];
            long excess = -model.costs()[i];
            for (int item : set) {
                excess += prices[item];
            }
            if (excess > 0) {
                for (int item : set) {
                    prices[item] -= Math.ceilDiv(excess, set.length);
                }
            }
        }
        return prices;
    }

    private List<MemberSets> memberSets() {
        Map<Grouping, List<Integer>> members = new LinkedHashMap<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            members.computeIfAbsent(blueprint.memberships().get(m).grouping(), fresh -> new ArrayList<>())
                    .add(m);
        }
        var all = new ArrayList<MemberSets>();
        members.forEach((grouping, some) -> memberSets(grouping, some).ifPresent(all::add));
        return all;
    }

    private Optional<MemberSets> memberSets(Grouping grouping, List<Integer> members) {
        boolean hasGiven =
                grouping.groups().stream().anyMatch(group -> !group.members().isEmpty());
        List<RuledScope> scopes = hasGiven ? List.of() : scopesOfFirstGroup(grouping);
        int least = Math.max(1, grouping.smallest());
        if (scopes.isEmpty() || countSets(members.size(), least, grouping.largest()) > mostSets) {
            return Optional.empty();
        }
        return Optional.of(new SetEvaluation(members, scopes).evaluate(least, grouping.largest()));
    }

    private static double countSets(int items, int least, int most) {
        double count = 0;
        double ofSize = 1;
        for (int size = 1; size <= Math.min(items, most); size++) {
            ofSize = ofSize * (items - size + 1) / size;
            count += size < least ? 0 : ofSize;
        }
        return count;
    }

    private List<RuledScope> scopesOfFirstGroup(Grouping grouping) {
        int first =
                blueprint.index().group().indexOf(grouping.groups().getFirst().id());
        return compiled.scopes().stream()
                .filter(scope ->
                        scope.scope().groups().length == 1 && scope.scope().groups()[0] == first)
                .filter(scope -> isUsable(scope.rule()))
                .toList();
    }

    private boolean isUsable(int rule) {
        return compiled.rules().get(rule) instanceof LocalRule local
                && local.hasAlikeGroups()
                && local.type().level() == Level.SOFT
                && compiled.weights()[rule] > 0
                && !otherwiseBounded.contains(rule);
    }

    /** Evaluates the rules on all sets of students. */
    private final class SetEvaluation {
        private final List<RuledScope> scopes;
        private final Student[] students;
        private final long[] leaveOut;
        private final int[] holders;
        private final int holderSession;
        private final MemberSetView view;
        private final boolean[] readsHolder;
        private final Student[] chosen;
        private final List<int[]> sets = new ArrayList<>();
        private final List<Long> held = new ArrayList<>();
        private final List<Long> unheld = new ArrayList<>();
        private int[] numbers = new int[0];

        SetEvaluation(List<Integer> members, List<RuledScope> scopes) {
            this.scopes = scopes;
            this.students = members.stream()
                    .map(m -> blueprint.memberships().get(m))
                    .map(Membership::student)
                    .toArray(Student[]::new);
            this.leaveOut =
                    members.stream().mapToLong(GroupBound.this::leaveOutCost).toArray();
            this.chosen = new Student[students.length];
            this.view = new MemberSetView(blueprint, scopes.getFirst().scope());
            this.readsHolder = new boolean[scopes.size()];
            this.holderSession = scopes.stream()
                    .filter(scope -> scope.scope().sessions().length > 0)
                    .mapToInt(scope -> scope.scope().sessions()[0])
                    .findFirst()
                    .orElse(-1);
            this.holders = holderSession < 0 || blueprint.seatsOf()[holderSession].length == 0
                    ? new int[0]
                    : blueprint
                            .decisions()
                            .range(blueprint.decisions().seat(blueprint.seatsOf()[holderSession][0]));
        }

        MemberSets evaluate(int least, int most) {
            for (int size = least; size <= Math.min(most, students.length); size++) {
                numbers = new int[size];
                choose(0, 0);
            }
            return new MemberSets(
                    leaveOut,
                    sets.toArray(int[][]::new),
                    held.stream().mapToLong(i -> i).toArray(),
                    unheld.stream().mapToLong(i -> i).toArray(),
                    vacancyCost());
        }

        private void choose(int place, int from) {
            if (place == numbers.length) {
                addSet();
                return;
            }
            for (int next = from; next < students.length; next++) {
                numbers[place] = next;
                chosen[place] = students[next];
                choose(place + 1, next + 1);
            }
        }

        private void addSet() {
            view.assumeMembers(chosen, numbers.length);
            view.assumeHolder(MemberSetView.NOBODY_ASSUMED);
            long fixed = 0;
            for (int i = 0; i < readsHolder.length; i++) {
                fixed += readsHolder[i] ? 0 : cost(i);
            }
            sets.add(numbers.clone());
            unheld.add(fixed + costWith(Decisions.NONE));
            long best = Long.MAX_VALUE;
            for (int holder : holders) {
                best = Math.min(best, costWith(holder));
            }
            held.add(best == Long.MAX_VALUE ? unheld.getLast() : fixed + best);
        }

        private long costWith(int holder) {
            long sum = 0;
            view.assumeHolder(holder);
            for (int i = 0; i < readsHolder.length; i++) {
                // A rule whose scope has other sessions reads the seat of another session.
                sum += readsHolder[i] && scopes.get(i).scope().sessions()[0] == holderSession ? cost(i) : 0;
            }
            return sum;
        }

        /** Returns the weighted cost of a rule; 0 if it depends on something that is unknown. */
        private long cost(int number) {
            RuledScope scope = scopes.get(number);
            long[] sum = {0};
            try {
                scope.cost()
                        .charge(
                                scope.scope().scope(),
                                view.of(scope.scope()),
                                (amount, who, what, where) -> sum[0] += amount);
            } catch (MemberSetView.Unknown e) {
                readsHolder[number] |= e.isHolder();
                return 0;
            }
            return sum[0] * compiled.weights()[scope.rule()];
        }

        /** Returns what a group costs at least in medium points if nobody holds the first seat of its first session. */
        private long vacancyCost() {
            if (holders.length == 0) {
                return 0;
            }
            var session = blueprint.sessions().get(holderSession);
            boolean isRequired = session.required()
                    && blueprint
                            .seats()
                            .get(blueprint.seatsOf()[holderSession][0])
                            .required();
            boolean isAlone = blueprint.seatsOf()[holderSession].length == 1
                    && session.lesson() == null
                    && (!session.groups().isEmpty() || !session.students().isEmpty());
            return isRequired ? Math.min(weightOf(UNPLACED), weightOf(MISSING) * (isAlone ? NOBODY_FACTOR : 1)) : 0;
        }
    }

    private long weightOf(String rule) {
        for (int i = 0; i < compiled.rules().size(); i++) {
            if (compiled.rules().get(i).type().id().equals(rule)) {
                return compiled.weights()[i];
            }
        }
        return 0;
    }

    private long leaveOutCost(int membership) {
        int none = plan.choices().value(blueprint.decisions().member(membership), Decisions.NONE);
        return plan.charges().stream()
                .filter(charge -> charge.kind() == CostKind.MEDIUM
                        && charge.literals().length == 1
                        && charge.literals()[0] == none)
                .mapToLong(Charge::cost)
                .sum();
    }
}
