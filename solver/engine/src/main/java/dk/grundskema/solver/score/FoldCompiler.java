package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Spots;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Cuts what each owner may be busy with into segments and lays alike ones upon each other, see {@link Fold}. */
final class FoldCompiler {
    /** Rules that see less than this are looked at together: a day with its night is short enough. */
    private static final long SHORT = 12 * 60;

    /** Some of the spots that an owner may be busy with, in order; each of them {@code most} times at once. */
    private record Stretch(int[] spot, int[] item, int[] most) {
        Stretch part(int from, int until) {
            return new Stretch(
                    Arrays.copyOfRange(spot, from, until),
                    Arrays.copyOfRange(item, from, until),
                    Arrays.copyOfRange(most, from, until));
        }
    }

    private final Spots spots;
    private final List<Rule> rules;
    private final Items items;
    private final CompiledRules.Windows days;
    private final CompiledRules.Windows weeks;
    private final DutyList list;
    private final int[] nothing;
    private final SumCharge charge = new SumCharge();

    FoldCompiler(
            Blueprint blueprint,
            List<Rule> rules,
            Items items,
            CompiledRules.Windows days,
            CompiledRules.Windows weeks) {
        this.spots = blueprint.spots();
        this.rules = rules;
        this.items = items;
        this.days = days;
        this.weeks = weeks;
        this.list = new DutyList(blueprint);
        this.nothing = new int[items.count()];
        Arrays.fill(nothing, -1);
    }

    /**
     * The fold of one owner.
     *
     * @param owner    whose
     * @param all      the rules over owners of the sort
     * @param facts    spots of the owner's lessons
     * @param possible for each item that the owner may have, how often at once
     */
    Fold of(Object owner, OwnerRules all, int[] facts, Map<Integer, Integer> possible) {
        Map<Integer, Integer> most = new TreeMap<>(possible);
        Arrays.stream(facts)
                .map(spot -> items.ofSpot()[spot])
                .filter(item -> item >= 0)
                .forEach(item -> most.merge(item, 1, Integer::sum));
        int[] localItems = most.isEmpty() ? nothing : nothing.clone();
        int count = 0;
        for (int item : most.keySet()) {
            localItems[item] = count++;
        }
        Stretch entries = entries(facts, most, localItems);
        var segments = new ArrayList<Fold.Segment>();
        layers(owner, all).forEach((minutes, seeing) -> segments(owner, cut(entries, minutes), seeing, segments));
        windows(owner, entries, all.day(), days, segments);
        windows(owner, entries, all.week(), weeks, segments);
        boolean pays = isWorthWhile(segments, entries);
        if (!pays) {
            segments.clear();
        }
        return new Fold(
                pays ? rest(owner, all) : all,
                localItems,
                count,
                Arrays.stream(facts)
                        .map(spot -> items.ofSpot()[spot])
                        .filter(item -> item >= 0)
                        .map(item -> localItems[item])
                        .toArray(),
                segments.toArray(Fold.Segment[]::new),
                ofItem(count, segments));
    }

    /**
     * Whether looking at segments is less work than looking at everything there is and remembering what it cost: in a camp hardly anything
     * repeats, and a person's days and nights hang together, so that one segment would hold all that may be.
     */
    private static boolean isWorthWhile(List<Fold.Segment> segments, Stretch entries) {
        int longest =
                segments.stream().mapToInt(one -> one.spots().length).max().orElse(0);
        return 2 * longest <= entries.spot().length;
    }

    private void windows(
            Object owner, Stretch entries, RuleSet asked, CompiledRules.Windows windows, List<Fold.Segment> segments) {
        int[] seeing = seeing(owner, asked.numbers(), Sight.Kind.NEARBY);
        if (seeing.length > 0 && entries.spot().length > 0) {
            segments(owner, cut(entries, windows), seeing, segments);
        }
    }

    private TimelineRule rule(int number) {
        return (TimelineRule) rules.get(number);
    }

    private int[] seeing(Object owner, int[] numbers, Sight.Kind kind) {
        return Arrays.stream(numbers)
                .filter(number -> rule(number).sight(owner).kind() == kind)
                .toArray();
    }

    private OwnerRules rest(Object owner, OwnerRules all) {
        return new OwnerRules(rest(owner, all.horizon()), rest(owner, all.day()), rest(owner, all.week()));
    }

    private RuleSet rest(Object owner, RuleSet all) {
        int[] numbers = Arrays.stream(all.numbers())
                .filter(number -> rule(number).sight(owner).kind() == Sight.Kind.EVERYTHING
                        || rule(number).sight(owner).kind() == Sight.Kind.ALONE)
                .toArray();
        return new RuleSet(rules(numbers), numbers);
    }

    private List<TimelineRule> rules(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(this::rule).toList();
    }

    /** Rules by how far they see. */
    private Map<Long, int[]> layers(Object owner, OwnerRules all) {
        Map<Boolean, Long> farthest = new TreeMap<>();
        int[] nearby = seeing(owner, all.horizon().numbers(), Sight.Kind.NEARBY);
        for (int number : nearby) {
            long minutes = rule(number).sight(owner).minutes();
            farthest.merge(minutes <= SHORT, minutes, Math::max);
        }
        Map<Long, int[]> layers = new TreeMap<>();
        farthest.forEach((isShort, minutes) -> layers.put(
                minutes,
                Arrays.stream(nearby)
                        .filter(number -> rule(number).sight(owner).minutes() <= SHORT == isShort)
                        .toArray()));
        return layers;
    }

    private Stretch entries(int[] facts, Map<Integer, Integer> most, int[] localItems) {
        var packed = LongStream.builder();
        for (int spot : facts) {
            int item = items.ofSpot()[spot];
            packed.add(packed(spot, item < 0 ? -1 : localItems[item], 1));
        }
        for (int session = 0; session < items.ofSession().length; session++) {
            int[][] choices = spots.of()[session];
            for (int choice = 0; choice < choices.length; choice++) {
                int item = items.ofSession()[session] + choice;
                if (localItems[item] >= 0) {
                    for (int spot : choices[choice]) {
                        packed.add(packed(spot, localItems[item], most.getOrDefault(item, 1)));
                    }
                }
            }
        }
        long[] all = packed.build().sorted().toArray();
        return new Stretch(
                Arrays.stream(all).mapToInt(one -> (int) (one >> 40)).toArray(),
                Arrays.stream(all)
                        .mapToInt(one -> (int) (one >> 8 & 0xffff_ffffL) - 1)
                        .toArray(),
                Arrays.stream(all).mapToInt(one -> (int) (one & 0xff)).toArray());
    }

    /** What sorts by spots. */
    private static long packed(int spot, int item, int most) {
        return ((long) spot << 40) | ((item + 1L) << 8) | Math.min(most, 100);
    }

    /** Stretches with at least so many minutes between them in which nothing can be held. */
    private List<Stretch> cut(Stretch all, long minutes) {
        var stretches = new ArrayList<Stretch>();
        long end = 0;
        int from = 0;
        for (int i = 0; i < all.spot().length; i++) {
            int spot = all.spot()[i];
            if (i > from && spots.start()[spot] - end >= minutes) {
                stretches.add(all.part(from, i));
                from = i;
            }
            end = i == from ? spots.end()[spot] : Math.max(end, spots.end()[spot]);
        }
        if (from < all.spot().length) {
            stretches.add(all.part(from, all.spot().length));
        }
        return stretches;
    }

    private static List<Stretch> cut(Stretch all, CompiledRules.Windows windows) {
        int[] ofSpot = windows.ofSpot();
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int i = 1; i <= all.spot().length; i++) {
            if (i == all.spot().length || ofSpot[all.spot()[i]] != ofSpot[all.spot()[from]]) {
                stretches.add(all.part(from, i));
                from = i;
            }
        }
        return stretches;
    }

    private void segments(Object owner, List<Stretch> stretches, int[] seeing, List<Fold.Segment> segments) {
        Map<Likeness, Stretch> first = new LinkedHashMap<>();
        Map<Likeness, Integer> times = new HashMap<>();
        for (Stretch stretch : stretches) {
            Likeness likeness = likeness(stretch);
            first.putIfAbsent(likeness, stretch);
            times.merge(likeness, 1, Integer::sum);
        }
        first.forEach((likeness, stretch) -> {
            int[] looking = looking(owner, stretch, seeing);
            if (looking.length > 0) {
                segments.add(new Fold.Segment(
                        stretch.spot(), stretch.item(), Objects.requireNonNull(times.get(likeness)), looking));
            }
        });
    }

    private Likeness likeness(Stretch stretch) {
        long begin = spots.start()[stretch.spot()[0]];
        long[] signs = new long[3 * stretch.spot().length];
        for (int i = 0; i < stretch.spot().length; i++) {
            int spot = stretch.spot()[i];
            signs[3 * i] = ((long) stretch.item()[i] << 32) | spots.site()[spot];
            signs[3 * i + 1] = spots.start()[spot] - begin;
            signs[3 * i + 2] = spots.end()[spot] - begin;
        }
        return new Likeness(signs);
    }

    /** A rule that is content even with all that may be in a stretch, and then with less, need not look. */
    private int[] looking(Object owner, Stretch stretch, int[] seeing) {
        list.begin(owner, false);
        for (int i = 0; i < stretch.spot().length; i++) {
            list.add(stretch.spot()[i], stretch.most()[i]);
        }
        return IntStream.of(seeing)
                .filter(number -> !rule(number).isNeverLessForMore() || costs(number) > 0)
                .toArray();
    }

    private long costs(int number) {
        charge.total = 0;
        rule(number).cost().of(list, charge);
        return charge.total;
    }

    private static int[][] ofItem(int count, List<Fold.Segment> segments) {
        List<List<Integer>> lists = IntStream.range(0, count)
                .<List<Integer>>mapToObj(any -> new ArrayList<>())
                .toList();
        for (int number = 0; number < segments.size(); number++) {
            int[] items = segments.get(number).items();
            for (int place = 0; place < items.length; place++) {
                if (items[place] >= 0) {
                    lists.get(items[place]).addAll(List.of(number, place));
                }
            }
        }
        return lists.stream()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
