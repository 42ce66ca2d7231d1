package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.Rule;
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

/** Divides the possible duties of each owner into segments and merges identical ones, see {@link OwnerSegments}. */
final class OwnerSegmentsCompiler {
    /**
     * Rules whose visibility is at most this many minutes share one layer, because a day with its night still separates
     * stretches.
     */
    static final long SHORT = 12 * 60;

    /** Some of an owner's possible spots, in order; each of them occurs at most {@code most} times at once. */
    private record TimeStretch(int[] spot, int[] item, int[] most) {
        TimeStretch subStretch(int from, int until) {
            return new TimeStretch(
                    Arrays.copyOfRange(spot, from, until),
                    Arrays.copyOfRange(item, from, until),
                    Arrays.copyOfRange(most, from, until));
        }
    }

    private final TimeSlots spots;
    private final List<Rule> rules;
    private final DutyItems items;
    private final CompiledRules.Windows days;
    private final CompiledRules.Windows weeks;
    private final DutyList list;
    private final int[] nothing;
    private final SummingPenaltyCollector charge = new SummingPenaltyCollector();

    OwnerSegmentsCompiler(
            Blueprint blueprint,
            List<Rule> rules,
            DutyItems items,
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
     * Compiles the segments of one owner.
     *
     * @param owner the person or room
     * @param all the rules over owners of this kind
     * @param facts spots of the owner's lessons
     * @param possible for each item that the owner may have, the maximum number at once
     */
    OwnerSegments compile(Object owner, OwnerRules all, int[] facts, Map<Integer, Integer> possible) {
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
        TimeStretch entries = entries(facts, most, localItems);
        var segments = new ArrayList<OwnerSegments.Segment>();
        rulesBySightMinutes(owner, all)
                .forEach((minutes, seeing) -> addSegments(owner, cut(entries, minutes), seeing, segments));
        addWindowSegments(owner, entries, all.day(), days, segments);
        addWindowSegments(owner, entries, all.week(), weeks, segments);
        boolean pays = isWorthWhile(segments, entries);
        if (!pays) {
            segments.clear();
        }
        return new OwnerSegments(
                pays ? remainingRules(owner, all) : all,
                localItems,
                count,
                Arrays.stream(facts)
                        .map(spot -> items.ofSpot()[spot])
                        .filter(item -> item >= 0)
                        .map(item -> localItems[item])
                        .toArray(),
                segments.toArray(OwnerSegments.Segment[]::new),
                ofItem(count, segments));
    }

    /**
     * Whether segments are cheaper than evaluating all duties with a cache. They are not in a camp, where hardly
     * anything repeats and a person's days and nights are connected, so that one segment would contain nearly
     * everything.
     */
    private static boolean isWorthWhile(List<OwnerSegments.Segment> segments, TimeStretch entries) {
        int longest =
                segments.stream().mapToInt(one -> one.spots().length).max().orElse(0);
        return 2 * longest <= entries.spot().length;
    }

    private void addWindowSegments(
            Object owner,
            TimeStretch entries,
            RuleSet asked,
            CompiledRules.Windows windows,
            List<OwnerSegments.Segment> segments) {
        int[] seeing = rulesWithSight(owner, asked.numbers(), DutyVisibility.Kind.NEARBY);
        if (seeing.length > 0 && entries.spot().length > 0) {
            addSegments(owner, cut(entries, windows), seeing, segments);
        }
    }

    private TimelineRule rule(int number) {
        return (TimelineRule) rules.get(number);
    }

    private int[] rulesWithSight(Object owner, int[] numbers, DutyVisibility.Kind kind) {
        return Arrays.stream(numbers)
                .filter(number -> rule(number).visibility(owner).kind() == kind)
                .toArray();
    }

    private OwnerRules remainingRules(Object owner, OwnerRules all) {
        return new OwnerRules(
                remainingRules(owner, all.horizon()),
                remainingRules(owner, all.day()),
                remainingRules(owner, all.week()));
    }

    private RuleSet remainingRules(Object owner, RuleSet all) {
        int[] numbers = Arrays.stream(all.numbers())
                .filter(number -> rule(number).visibility(owner).kind() == DutyVisibility.Kind.EVERYTHING
                        || rule(number).visibility(owner).kind() == DutyVisibility.Kind.ALONE)
                .toArray();
        return new RuleSet(rules(numbers), numbers);
    }

    private List<TimelineRule> rules(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(this::rule).toList();
    }

    /** Returns the rules by their visibility in minutes. */
    private Map<Long, int[]> rulesBySightMinutes(Object owner, OwnerRules all) {
        Map<Boolean, Long> farthest = new TreeMap<>();
        int[] nearby = rulesWithSight(owner, all.horizon().numbers(), DutyVisibility.Kind.NEARBY);
        for (int number : nearby) {
            long minutes = rule(number).visibility(owner).minutes();
            farthest.merge(minutes <= SHORT, minutes, Math::max);
        }
        Map<Long, int[]> layers = new TreeMap<>();
        farthest.forEach((isShort, minutes) -> layers.put(
                minutes,
                Arrays.stream(nearby)
                        .filter(number -> rule(number).visibility(owner).minutes() <= SHORT == isShort)
                        .toArray()));
        return layers;
    }

    private TimeStretch entries(int[] facts, Map<Integer, Integer> most, int[] localItems) {
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
        return new TimeStretch(
                Arrays.stream(all).mapToInt(one -> (int) (one >> 40)).toArray(),
                Arrays.stream(all)
                        .mapToInt(one -> (int) (one >> 8 & 0xffff_ffffL) - 1)
                        .toArray(),
                Arrays.stream(all).mapToInt(one -> (int) (one & 0xff)).toArray());
    }

    /** Packs an entry so that entries sort by spot. */
    private static long packed(int spot, int item, int most) {
        return ((long) spot << 40) | ((item + 1L) << 8) | Math.min(most, 100);
    }

    /** Divides the spots wherever at least the given number of minutes separates them. */
    private List<TimeStretch> cut(TimeStretch all, long minutes) {
        var stretches = new ArrayList<TimeStretch>();
        long end = 0;
        int from = 0;
        for (int i = 0; i < all.spot().length; i++) {
            int spot = all.spot()[i];
            if (i > from && spots.start()[spot] - end >= minutes) {
                stretches.add(all.subStretch(from, i));
                from = i;
            }
            end = i == from ? spots.end()[spot] : Math.max(end, spots.end()[spot]);
        }
        if (from < all.spot().length) {
            stretches.add(all.subStretch(from, all.spot().length));
        }
        return stretches;
    }

    private static List<TimeStretch> cut(TimeStretch all, CompiledRules.Windows windows) {
        int[] ofSpot = windows.ofSpot();
        var stretches = new ArrayList<TimeStretch>();
        int from = 0;
        for (int i = 1; i <= all.spot().length; i++) {
            if (i == all.spot().length || ofSpot[all.spot()[i]] != ofSpot[all.spot()[from]]) {
                stretches.add(all.subStretch(from, i));
                from = i;
            }
        }
        return stretches;
    }

    private void addSegments(
            Object owner, List<TimeStretch> stretches, int[] seeing, List<OwnerSegments.Segment> segments) {
        Map<StretchSignature, TimeStretch> first = new LinkedHashMap<>();
        Map<StretchSignature, Integer> times = new HashMap<>();
        for (TimeStretch stretch : stretches) {
            StretchSignature likeness = signatureOf(stretch);
            first.putIfAbsent(likeness, stretch);
            times.merge(likeness, 1, Integer::sum);
        }
        first.forEach((likeness, stretch) -> {
            int[] looking = rulesThatMayCharge(owner, stretch, seeing);
            if (looking.length > 0) {
                segments.add(new OwnerSegments.Segment(
                        stretch.spot(), stretch.item(), Objects.requireNonNull(times.get(likeness)), looking));
            }
        });
    }

    private StretchSignature signatureOf(TimeStretch stretch) {
        long begin = spots.start()[stretch.spot()[0]];
        long[] signs = new long[3 * stretch.spot().length];
        for (int i = 0; i < stretch.spot().length; i++) {
            int spot = stretch.spot()[i];
            signs[3 * i] = ((long) stretch.item()[i] << 32) | spots.site()[spot];
            signs[3 * i + 1] = spots.start()[spot] - begin;
            signs[3 * i + 2] = spots.end()[spot] - begin;
        }
        return new StretchSignature(signs);
    }

    /**
     * Drops rules that charge nothing even if everything possible happens at once; monotone rules then charge nothing
     * for less either.
     */
    private int[] rulesThatMayCharge(Object owner, TimeStretch stretch, int[] seeing) {
        list.begin(owner, false);
        for (int i = 0; i < stretch.spot().length; i++) {
            list.add(stretch.spot()[i], stretch.most()[i]);
        }
        return IntStream.of(seeing)
                .filter(number -> !rule(number).isMonotone() || costOf(number) > 0)
                .toArray();
    }

    private long costOf(int number) {
        charge.total = 0;
        rule(number).cost().charge(list, charge);
        return charge.total;
    }

    private static int[][] ofItem(int count, List<OwnerSegments.Segment> segments) {
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
