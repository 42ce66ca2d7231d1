package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.AskedFor.Pattern;
import dk.grundskema.plugins.coteaching.AskedFor.Taught;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is short by counting, span by span: lessons of the pool beside those of the classes, and lessons in which anybody is free. */
final class CoTeachingPrecheck {
    private static final String POOL = "/parameters/pool";

    private final CoTeachingFrame frame;
    private final CoTeachingParameters parameters;
    private final AskedFor asked;
    private final FullWeeks fullWeeks;
    private final Map<SeatId, Seat> seats = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private CoTeachingPrecheck(CoTeachingFrame frame, Demand demand) {
        this.frame = frame;
        this.parameters = frame.parameters();
        this.asked = new AskedFor(frame, demand);
        this.fullWeeks = new FullWeeks(asked);
        demand.seats().forEach(seat -> seats.put(seat.id(), seat));
    }

    static List<Finding> of(Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand) {
        var precheck = new CoTeachingPrecheck(new CoTeachingFrame(intervention, problem), demand);
        for (Span span : precheck.asked.spans()) {
            var patterns = precheck.asked.patterns().stream()
                    .filter(pattern -> pattern.span().equals(span))
                    .toList();
            precheck.nobodyFree(patterns);
            precheck.poolShort(span, patterns);
        }
        return List.copyOf(precheck.findings);
    }

    /** A class of whose lessons too few have anybody who could be there. */
    private void nobodyFree(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            long can = pattern.lessons().stream()
                    .filter(this::hasCandidates)
                    .mapToLong(Taught::minutes)
                    .sum();
            long all = pattern.lessons().stream().mapToLong(Taught::minutes).sum();
            if (can < Math.min(all, pattern.asked())) {
                int place = parameters.classes().indexOf(pattern.need());
                boolean isQualified = !frame.qualified(pattern.need()).isEmpty();
                findings.add(Finding.warning(
                        "co-teaching.precheck." + (isQualified ? "nobody-free" : "nobody-qualified"),
                        "/parameters/classes/" + place,
                        pattern.need().groupId(),
                        pattern.weeks().first(),
                        pattern.weeks().last(),
                        lessons(can),
                        lessons(pattern.asked()),
                        pattern.need().scheme()));
            }
        }
    }

    private boolean hasCandidates(Taught taught) {
        Seat seat = seats.get(new SeatId(taught.session().id() + "#0"));
        return seat != null && !seat.candidates().isEmpty();
    }

    private double lessons(long minutes) {
        return Lessons.of(minutes, parameters);
    }

    /** For each set of types: classes of these types need more than those have who are qualified for any of them. */
    private void poolShort(Span span, List<Pattern> patterns) {
        var found = new ArrayList<Set<Scheme>>();
        for (int bits = 1; bits < 1 << Scheme.values().length; bits++) {
            Set<Scheme> some = EnumSet.noneOf(Scheme.class);
            for (Scheme scheme : Scheme.values()) {
                if ((bits & (1 << scheme.ordinal())) != 0) {
                    some.add(scheme);
                }
            }
            var concerned = patterns.stream()
                    .filter(pattern -> some.contains(pattern.need().scheme()))
                    .toList();
            boolean isNew = found.stream().noneMatch(some::containsAll);
            boolean isUsed = concerned.stream()
                            .map(pattern -> pattern.need().scheme())
                            .distinct()
                            .count()
                    == some.size();
            if (isNew && isUsed && isShort(span, concerned, some)) {
                found.add(some);
            }
        }
    }

    private boolean isShort(Span span, List<Pattern> concerned, Set<Scheme> some) {
        long needed = concerned.stream().mapToLong(this::needed).sum();
        long has = supply(span, some);
        if (has >= needed) {
            return false;
        }
        var least = fewest(concerned, has);
        findings.add(Finding.warning(
                "co-teaching.precheck.pool-short",
                POOL,
                concerned.size(),
                lessons(needed),
                lessons(has),
                lessons(needed - has),
                least.classes(),
                least.classes().size(),
                lessons(least.gets()),
                lessons(least.asked()),
                concerned.getFirst().weeks().first(),
                concerned.getFirst().weeks().last(),
                least.without(),
                List.copyOf(some)));
        return true;
    }

    /** Minutes a week of a class with its preparation; more than it has lessons can't be needed. */
    private long needed(Pattern pattern) {
        long all = pattern.lessons().stream().mapToLong(Taught::minutes).sum();
        return Math.min(all, pattern.asked())
                + parameters.preparation().minutes(pattern.need().scheme());
    }

    /** Minutes a week of all who are qualified for one of the types, as far as their pools have them. */
    private long supply(Span span, Set<Scheme> some) {
        var budgets = new BudgetRules(asked);
        IsoWeek week =
                fullWeeks.all().stream().filter(span::contains).findFirst().orElse(span.first());
        long sum = 0;
        Map<String, Long> perPool = new TreeMap<>();
        for (CoTeacher one : parameters.pool()) {
            if (some.stream().noneMatch(one::isQualified)) {
                continue;
            }
            long budget = budgets.budget(one, week);
            if (one.pool() == null) {
                sum += budget;
            } else {
                perPool.merge(one.pool(), budget, Long::sum);
            }
        }
        for (PoolBudget pool : parameters.pools()) {
            long may = Math.round(pool.lessonsPerWeek() * parameters.lessonMinutes());
            sum += Math.min(may, perPool.getOrDefault(pool.name(), 0L));
        }
        return sum;
    }

    /**
     * Those of lowest need among the classes that would get anything less.
     *
     * @param gets    minutes a week that each of them would get
     * @param asked   minutes a week that they ask for
     * @param without how many classes of still lower need would get nothing
     */
    private record Fewest(List<GroupId> classes, long gets, long asked, int without) {}

    /** Hours go to the greatest need first; classes of one need share evenly what is left for them. */
    private Fewest fewest(List<Pattern> concerned, long has) {
        Map<Integer, List<Pattern>> byNeed = new TreeMap<>(Comparator.reverseOrder());
        concerned.forEach(pattern -> byNeed.computeIfAbsent(pattern.priority(), any -> new ArrayList<>())
                .add(pattern));
        long left = has;
        Fewest fewest = new Fewest(List.of(), 0, 0, 0);
        int without = 0;
        for (List<Pattern> same : byNeed.values()) {
            long needed = same.stream().mapToLong(this::needed).sum();
            if (needed <= left) {
                left -= needed;
            } else if (fewest.classes().isEmpty()) {
                long preparation = same.stream()
                        .mapToLong(pattern ->
                                parameters.preparation().minutes(pattern.need().scheme()))
                        .sum();
                long each = Math.max(0, left - preparation) / same.size();
                long asks = (needed - preparation) / same.size();
                fewest = new Fewest(
                        same.stream().map(pattern -> pattern.need().groupId()).toList(), each, asks, 0);
                left = 0;
            } else {
                without += same.size();
            }
        }
        return new Fewest(fewest.classes(), fewest.gets(), fewest.asked(), without);
    }
}
