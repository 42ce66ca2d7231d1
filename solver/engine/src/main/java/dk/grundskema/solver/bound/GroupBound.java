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
 * the rules that treat groups alike; then each student, each group and each medium point get a price such that no set has a higher sum of its students'
 * prices than its cost and the price of a group. A student without a group, or a group without a holder, costs medium points instead. The prices of all
 * students, less those of all groups and of the medium points that the plan may cost, are a bound, because each student is in one group or left out. It
 * holds for all choices of those who are left out that cost no more medium points.
 */
final class GroupBound {
    /** Prices are multiples of this part of a point. */
    private static final long SCALE = 1_000_000;

    private static final long LARGEST_PRICE = 1_000_000_000_000_000_000L;

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

    /** Returns the bound of the weighted soft cost; 0 if there is none. */
    long bound() {
        var cover = new CoverModel(parts(), plan.mediumLimit());
        boolean isFree = cover.parts().stream().allMatch(part -> part.dearestSet() == 0);
        return isFree
                ? 0
                : solver.coverPrices(cover)
                        .map(prices -> boundWith(cover, prices))
                        .orElse(0L);
    }

    /** Returns the bound by valid prices near the proposed ones. */
    private static long boundWith(CoverModel cover, CoverModel.Prices proposed) {
        long budgetPrice = Math.max(0, Math.round(proposed.budget() * SCALE));
        if (budgetPrice > LARGEST_PRICE / Math.max(1, cover.budget())) {
            return 0; // numbers would be too large
        }
        long sum = -budgetPrice * cover.budget();
        for (int i = 0; i < cover.parts().size(); i++) {
            CoverModel.Part part = cover.parts().get(i);
            long setPrice = Math.max(0, Math.round(proposed.sets()[i] * SCALE));
            sum += Arrays.stream(validPrices(part, proposed.items()[i], setPrice, budgetPrice))
                    .sum();
            sum -= setPrice * part.mostSets();
        }
        return Math.max(0, Math.ceilDiv(sum, SCALE));
    }

    /** Lowers prices until of no set they add up to more than it costs, and no item's is above what leaving it out costs. */
    private static long[] validPrices(CoverModel.Part part, double[] proposed, long setPrice, long budgetPrice) {
        long[] prices = new long[proposed.length];
        for (int item = 0; item < prices.length; item++) {
            prices[item] =
                    Math.min((long) Math.floor(proposed[item] * SCALE), part.leaveOutCosts()[item] * budgetPrice);
        }
        for (int i = 0; i < part.sets().length; i++) {
            int[] set = part.sets()[i];
            long excess = -setPrice
                    - Math.min(part.costs()[i] * SCALE, part.vacantCosts()[i] * SCALE + part.vacancy() * budgetPrice);
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

    private List<CoverModel.Part> parts() {
        Map<Grouping, List<Integer>> members = new LinkedHashMap<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            members.computeIfAbsent(blueprint.memberships().get(m).grouping(), fresh -> new ArrayList<>())
                    .add(m);
        }
        var all = new ArrayList<CoverModel.Part>();
        members.forEach((grouping, some) -> part(grouping, some).ifPresent(all::add));
        return all;
    }

    private Optional<CoverModel.Part> part(Grouping grouping, List<Integer> members) {
        boolean hasGiven =
                grouping.groups().stream().anyMatch(group -> !group.members().isEmpty());
        List<RuledScope> scopes = hasGiven ? List.of() : scopesOfFirstGroup(grouping);
        int least = Math.max(1, grouping.smallest());
        if (scopes.isEmpty() || countSets(members.size(), least, grouping.largest()) > mostSets) {
            return Optional.empty();
        }
        return Optional.of(new SetEvaluation(members, scopes)
                .evaluate(least, grouping.largest(), grouping.groups().size()));
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

        CoverModel.Part evaluate(int least, int most, int groups) {
            for (int size = least; size <= Math.min(most, students.length); size++) {
                numbers = new int[size];
                choose(0, 0);
            }
            return new CoverModel.Part(
                    leaveOut,
                    sets.toArray(int[][]::new),
                    held.stream().mapToLong(i -> i).toArray(),
                    unheld.stream().mapToLong(i -> i).toArray(),
                    vacancyCost(),
                    groups);
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
