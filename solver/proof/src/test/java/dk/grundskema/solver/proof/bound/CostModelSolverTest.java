package dk.grundskema.solver.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.solver.bound.CostModel;
import dk.grundskema.solver.bound.CostModel.Charge;
import dk.grundskema.solver.bound.CostModel.CostKind;
import dk.grundskema.solver.bound.CostModel.Cut;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.bound.CostModel.Total;
import dk.grundskema.solver.bound.CoverModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares bounds with the least cost of all assignments of small random models. */
class CostModelSolverTest {
    private static final int CHOICES = 7;
    private static final int MODELS = 300;

    private static int literal(Random random) {
        return (1 + random.nextInt(CHOICES)) * (random.nextInt(4) == 0 ? -1 : 1);
    }

    private static int[] literals(Random random, int most) {
        return random.ints(1 + random.nextInt(most), 1, CHOICES + 1).distinct().toArray();
    }

    private static CostKind kind(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> CostKind.HARD;
            case 1 -> CostKind.MEDIUM;
            default -> CostKind.SOFT;
        };
    }

    /** @param isRegular whether the costs of totals grow or are convex, so that the model is exact */
    private static Total total(Random random, boolean isRegular) {
        int[] literals = literals(random, 5);
        long[] amounts = random.longs(literals.length, isRegular ? 1 : -2, 4).toArray();
        long base = random.nextInt(2);
        long least = base;
        long most = base;
        for (long amount : amounts) {
            least += Math.min(0, amount);
            most += Math.max(0, amount);
        }
        long[] points = new long[(int) (most - least) + 1];
        long[] costs = new long[points.length];
        long wanted = random.nextInt(6);
        long from = 1L + random.nextInt(4);
        int shape = isRegular ? random.nextInt(2) : 2;
        for (int i = 0; i < points.length; i++) {
            points[i] = least + i;
            costs[i] = switch (shape) {
                case 0 -> 3 * Math.abs(points[i] - wanted);
                case 1 -> points[i] >= from ? 5 : 0;
                default -> random.nextInt(9);
            };
        }
        return new Total(0, kind(random), base, literals, amounts, points, costs);
    }

    private static CostModel model(Random random, boolean isRegular) {
        var limits = new ArrayList<Limit>();
        var clauses = new ArrayList<int[]>();
        var charges = new ArrayList<Charge>();
        var totals = new ArrayList<Total>();
        for (int i = 0; i < 2; i++) {
            int[] some = literals(random, 4);
            int least = random.nextInt(2);
            limits.add(new Limit(some, least, Math.max(least, random.nextInt(some.length + 1))));
            clauses.add(new int[] {literal(random), literal(random), literal(random)});
            charges.add(
                    new Charge(0, kind(random), 1L + random.nextInt(9), new int[] {literal(random), literal(random)}));
            charges.add(new Charge(0, CostKind.SOFT, 1L + random.nextInt(9), new int[] {literal(random)}));
            totals.add(total(random, isRegular));
        }
        return new CostModel(CHOICES, limits, clauses, charges, totals, List.of(), random.nextInt(3) * 4L);
    }

    private static boolean isTrue(int literal, int assignment) {
        return (assignment >> (Math.abs(literal) - 1) & 1) == (literal > 0 ? 1 : 0);
    }

    private static long count(int[] literals, int assignment) {
        long count = 0;
        for (int literal : literals) {
            count += isTrue(literal, assignment) ? 1 : 0;
        }
        return count;
    }

    private static long costOf(Total total, int assignment) {
        long sum = total.base();
        for (int i = 0; i < total.literals().length; i++) {
            sum += isTrue(total.literals()[i], assignment) ? total.amounts()[i] : 0;
        }
        return total.costs()[(int) (sum - total.points()[0])];
    }

    private static long costOf(CostModel model, CostKind kind, int assignment) {
        long cost = 0;
        for (Charge charge : model.charges()) {
            boolean isCharged = count(charge.literals(), assignment) == charge.literals().length;
            cost += charge.kind() == kind && isCharged ? charge.cost() : 0;
        }
        for (Total total : model.totals()) {
            cost += total.kind() == kind ? costOf(total, assignment) : 0;
        }
        return cost;
    }

    /** Returns the least soft cost; -1 if nothing is possible. */
    private static long least(CostModel model) {
        long least = Long.MAX_VALUE;
        for (int assignment = 0; assignment < 1 << CHOICES; assignment++) {
            int all = assignment;
            boolean isPossible = model.limits().stream().allMatch(limit -> {
                        long count = count(limit.literals(), all);
                        return count >= limit.least() && count <= limit.most();
                    })
                    && model.clauses().stream().allMatch(clause -> count(clause, all) > 0)
                    && costOf(model, CostKind.HARD, all) == 0
                    && costOf(model, CostKind.MEDIUM, all) <= model.mediumLimit();
            least = isPossible ? Math.min(least, costOf(model, CostKind.SOFT, all)) : least;
        }
        return least == Long.MAX_VALUE ? -1 : least;
    }

    @Test
    void boundOfConvexAndGrowingCostsIsTheLeastCost() {
        int positive = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            CostModel model = model(new Random(seed), true);
            long least = least(model);

            assertThat(TinyCamp.BOUNDS.bound(model, 1)).as("seed %d", seed).isEqualTo(Math.max(0, least));
            positive += least > 0 ? 1 : 0;
        }
        assertThat(positive).as("models with a cost").isGreaterThan(MODELS / 4);
    }

    @Test
    void boundOfAnyCostsIsNotAboveTheLeastCost() {
        int positive = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            CostModel model = model(new Random(seed), false);
            long bound = TinyCamp.BOUNDS.bound(model, 1);

            assertThat(bound).as("seed %d", seed).isBetween(0L, Math.max(0, least(model)));
            positive += bound > 0 ? 1 : 0;
        }
        assertThat(positive).as("models with a bound").isGreaterThan(MODELS / 4);
    }

    @Test
    void cutsCount() {
        var total = new Total(0, CostKind.SOFT, 0, new int[] {1}, new long[] {1}, new long[] {0, 1}, new long[] {0, 9});
        var model = new CostModel(
                1, List.of(), List.of(), List.of(), List.of(total), List.of(new Cut(List.of(total), 4)), 0);

        assertThat(TinyCamp.BOUNDS.bound(model, 1)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void hullHasTheLowerCornersOnly() {
        assertThat(CostModelSolver.hull(new long[] {0, 1, 2, 3, 4}, new long[] {4, 1, 3, 0, 9}))
                .containsExactly(0, 1, 3, 4);
    }

    private static CoverModel.Prices prices(int mostSets, long budget) {
        return TinyCamp.BOUNDS
                .coverPrices(new CoverModel(
                        List.of(new CoverModel.Part(
                                new long[] {100, 100, 100},
                                new int[][] {{0}, {1, 2}, {0, 1, 2}},
                                new long[] {40, 50, 170},
                                new long[] {40, 50, 170},
                                0,
                                mostSets)),
                        budget))
                .orElseThrow();
    }

    private static double sum(CoverModel.Prices prices, int mostSets, long budget) {
        double[] items = prices.items()[0];
        return items[0] + items[1] + items[2] - prices.sets()[0] * mostSets - prices.budget() * budget;
    }

    @Test
    void pricesOfItemsAreTheDualOfTheCheapestCover() {
        CoverModel.Prices prices = prices(3, 0);
        double[] items = prices.items()[0];

        assertThat(sum(prices, 3, 0)).isCloseTo(90, within(1e-6));
        assertThat(items[0]).isLessThanOrEqualTo(40 + prices.sets()[0] + 1e-6);
        assertThat(items[1] + items[2]).isLessThanOrEqualTo(50 + prices.sets()[0] + 1e-6);
    }

    @Test
    void fewerSetsCostMore() {
        assertThat(sum(prices(1, 0), 1, 0)).isCloseTo(170, within(1e-6));
    }

    @Test
    void whatIsLeftOutCostsFromTheBudget() {
        assertThat(sum(prices(3, 100), 3, 100)).as("the first item").isCloseTo(50, within(1e-6));
        assertThat(sum(prices(3, 99), 3, 99)).isBetween(50.0, 51.0);
        assertThat(sum(prices(3, 300), 3, 300)).isCloseTo(0, within(1e-6));
    }

    private static final int ITEMS = 5;

    private static CoverModel cover(Random random) {
        int count = (1 << ITEMS) - 1;
        int[][] sets = new int[count][];
        for (int set = 0; set < count; set++) {
            int members = set + 1;
            sets[set] = IntStream.range(0, ITEMS)
                    .filter(item -> (members >> item & 1) == 1)
                    .toArray();
        }
        long[] held = random.longs(count, 0, 40).toArray();
        long[] vacant = random.longs(count, 0, 20).toArray();
        long[] leaveOut = random.longs(ITEMS, 1, 6).toArray();
        var part = new CoverModel.Part(leaveOut, sets, held, vacant, 1L + random.nextInt(6), 1 + random.nextInt(ITEMS));
        return new CoverModel(List.of(part), random.nextInt(9));
    }

    /** Returns the least cost of covering some items; {@link Long#MAX_VALUE} if that is impossible. */
    private static long cheapest(CoverModel.Part part, int left, long budget, int mostSets) {
        if (left == 0) {
            return 0;
        }
        int item = Integer.numberOfTrailingZeros(left);
        long best = Long.MAX_VALUE;
        if (part.leaveOutCosts()[item] <= budget) {
            best = cheapest(part, left & ~(1 << item), budget - part.leaveOutCosts()[item], mostSets);
        }
        for (int set = 0; set < part.sets().length && mostSets > 0; set++) {
            int members = set + 1;
            if ((members & ~left) == 0 && (members >> item & 1) == 1) {
                long rest = cheapest(part, left & ~members, budget, mostSets - 1);
                best = Math.min(best, rest == Long.MAX_VALUE ? rest : rest + part.costs()[set]);
                if (part.vacancy() <= budget) {
                    long vacant = cheapest(part, left & ~members, budget - part.vacancy(), mostSets - 1);
                    best = Math.min(best, vacant == Long.MAX_VALUE ? vacant : vacant + part.vacantCosts()[set]);
                }
            }
        }
        return best;
    }

    @Test
    void pricesAreNotAboveTheCheapestCover() {
        int positive = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            CoverModel cover = cover(new Random(seed));
            CoverModel.Part part = cover.parts().getFirst();
            CoverModel.Prices prices = TinyCamp.BOUNDS.coverPrices(cover).orElseThrow();
            double bound = Arrays.stream(prices.items()[0]).sum()
                    - prices.sets()[0] * part.mostSets()
                    - prices.budget() * cover.budget();

            assertThat(bound)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(cheapest(part, (1 << ITEMS) - 1, cover.budget(), part.mostSets()) + 1e-6);
            positive += bound > 1 && cover.budget() > 0 ? 1 : 0;
        }
        assertThat(positive).as("bounds above 0 though items may be left out").isGreaterThan(MODELS / 4);
    }
}
