package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.SpanLesson;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts shortages span by span: lessons of the pool against those of the classes, lessons for which nobody is free, and preparation without a main co-teacher. */
final class CoTeachingPrecheck {
    private static final String POOL = "/parameters/pool";

    private final CoTeachingContext context;
    private final CoTeachingParameters parameters;
    private final CoTeachingDemandIndex demandIndex;
    private final FreeTime free;
    private final FullestWeeks fullWeeks;
    private final Map<SeatId, Seat> seats = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private CoTeachingPrecheck(CoTeachingContext context, Demand demand) {
        this.context = context;
        this.parameters = context.parameters();
        this.demandIndex = new CoTeachingDemandIndex(context, demand);
        this.free = new FreeTime(context.problem());
        this.fullWeeks = new FullestWeeks(demandIndex);
        demand.seats().forEach(seat -> seats.put(seat.id(), seat));
    }

    static List<Finding> of(Intervention<CoTeachingParameters> intervention, Problem problem, Demand demand) {
        var precheck = new CoTeachingPrecheck(new CoTeachingContext(intervention, problem), demand);
        for (PatternSpan span : precheck.demandIndex.spans()) {
            var patterns = precheck.demandIndex.patterns().stream()
                    .filter(pattern -> pattern.span().equals(span))
                    .toList();
            precheck.checkNobodyFree(patterns);
            patterns.forEach(precheck::checkDays);
            patterns.forEach(precheck::checkPreparation);
            precheck.checkPool(span, patterns);
        }
        return List.copyOf(precheck.findings);
    }

    /** Reports a class if too few of its lessons have a free candidate. */
    private void checkNobodyFree(List<ClassPattern> patterns) {
        for (ClassPattern pattern : patterns) {
            long can = pattern.lessons().stream()
                    .filter(this::hasCandidates)
                    .mapToLong(SpanLesson::minutes)
                    .sum();
            long all = pattern.lessons().stream().mapToLong(SpanLesson::minutes).sum();
            if (can < Math.min(all, pattern.asked())) {
                int place = parameters.classes().indexOf(pattern.need());
                boolean isQualified = !context.qualified(pattern.need()).isEmpty();
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

    /** Reports days on which fewer lessons have a free candidate than the class is to have, unless it has too few lessons anyway. */
    private void checkDays(ClassPattern pattern) {
        ClassLimits limits = pattern.need().limitsOrNone();
        if (limits.lessonsADay() == RuleStrength.OFF) {
            return;
        }
        Set<LessonId> can = pattern.lessons().stream()
                .filter(this::hasCandidates)
                .map(taught -> taught.lesson().id())
                .collect(Collectors.toSet());
        var counts = new DailyLessonCounts(context, pattern.need(), pattern.weeks());
        var all = counts.fewest(lesson -> true);
        counts.fewest(lesson -> can.contains(lesson.id())).forEach((day, lessons) -> {
            if (lessons < Math.min(limits.leastLessonsADay(), all.getOrDefault(day, 0))) {
                findings.add(Finding.warning(
                        "co-teaching.precheck.day-nobody-free",
                        "/parameters/classes/%d/limits/leastLessonsADay"
                                .formatted(parameters.classes().indexOf(pattern.need())),
                        pattern.need().groupId(),
                        pattern.weeks().first(),
                        pattern.weeks().last(),
                        day,
                        lessons,
                        limits.leastLessonsADay()));
            }
        });
    }

    /**
     * Reports a class if the main co-teacher must attend its preparation, and none of those who can have its lessons is free then. A lock may put somebody
     * there all the same, so that locked classes are left out.
     */
    private void checkPreparation(ClassPattern pattern) {
        int minutes = parameters.preparation().minutes(pattern.need().scheme());
        Set<StaffId> mains = pattern.lessons().stream()
                .flatMap(taught -> candidates(taught).stream())
                .collect(Collectors.toSet());
        if (minutes == 0
                || mains.isEmpty()
                || parameters.preparation().mainCoTeacher() != RuleStrength.REQUIREMENT
                || isLocked(pattern)) {
            return;
        }
        Session preparation = pattern.preparation();
        List<MeetingTime> times = preparation == null ? List.of() : preparation.times();
        if (times.stream().noneMatch(time -> mains.stream().anyMatch(who -> free.isFree(who, time)))) {
            findings.add(Finding.warning(
                    "co-teaching.precheck.main-co-teacher-busy",
                    "/parameters/preparation/mainCoTeacher",
                    pattern.need().groupId(),
                    pattern.weeks().first(),
                    pattern.weeks().last(),
                    List.copyOf(new TreeSet<>(mains)),
                    minutes));
        }
    }

    private boolean isLocked(ClassPattern pattern) {
        return context.problem().locks().stream()
                .anyMatch(lock -> pattern.sessions().stream()
                                .anyMatch(session -> session.id().equals(lock.sessionId()))
                        || PreparationDemand.id(context, pattern.need(), pattern.span())
                                .equals(lock.sessionId()));
    }

    private List<StaffId> candidates(SpanLesson taught) {
        Seat seat = seats.get(new SeatId(taught.session().id() + "#0"));
        return seat == null ? List.of() : seat.candidates();
    }

    private boolean hasCandidates(SpanLesson taught) {
        return !candidates(taught).isEmpty();
    }

    private double lessons(long minutes) {
        return LessonCountConverter.fromMinutes(minutes, parameters);
    }

    /**
     * Checks each set of types: whether classes of these types need more than the staff qualified for any of them have. Reports a set only if more is lacking
     * than in its parts together.
     */
    private void checkPool(PatternSpan span, List<ClassPattern> patterns) {
        CoTeachingType[] types = CoTeachingType.values();
        long[] lacking = new long[1 << types.length];
        for (int bits = 1; bits < lacking.length; bits++) {
            for (int part = (bits - 1) & bits; part > 0; part = (part - 1) & bits) {
                lacking[bits] = Math.max(lacking[bits], lacking[part] + lacking[bits ^ part]);
            }
            Set<CoTeachingType> some = EnumSet.noneOf(CoTeachingType.class);
            for (CoTeachingType type : types) {
                if ((bits & (1 << type.ordinal())) != 0) {
                    some.add(type);
                }
            }
            var concerned = patterns.stream()
                    .filter(pattern -> some.contains(pattern.need().scheme()))
                    .toList();
            long needed = concerned.stream().mapToLong(this::neededMinutes).sum();
            long has = availableMinutes(span, some);
            if (needed - has > lacking[bits]) {
                lacking[bits] = needed - has;
                addPoolShortage(needed, has, concerned, some);
            }
        }
    }

    private void addPoolShortage(long needed, long has, List<ClassPattern> concerned, Set<CoTeachingType> some) {
        var least = findLeastServed(concerned, has);
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
    }

    /**
     * Returns the minutes a week that a class needs, including preparation. The lessons count at most as many minutes as the
     * class has.
     */
    private long neededMinutes(ClassPattern pattern) {
        long all = pattern.lessons().stream().mapToLong(SpanLesson::minutes).sum();
        return Math.min(all, pattern.asked())
                + parameters.preparation().minutes(pattern.need().scheme());
    }

    /** Returns the minutes a week of all staff qualified for one of the schemes, limited by their pools' budgets. */
    private long availableMinutes(PatternSpan span, Set<CoTeachingType> some) {
        var budgets = new BudgetRules(demandIndex);
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
     * The classes of lowest need that would still get something, but less than requested.
     *
     * @param gets    minutes a week that each of them would get
     * @param asked   minutes a week that each of them requests
     * @param without number of classes of even lower need that would get nothing
     */
    private record LeastServedClasses(List<GroupId> classes, long gets, long asked, int without) {}

    /** Distributes hours to the greatest need first. Classes of equal need share the remainder evenly. */
    private LeastServedClasses findLeastServed(List<ClassPattern> concerned, long has) {
        Map<Integer, List<ClassPattern>> byNeed = new TreeMap<>(Comparator.reverseOrder());
        concerned.forEach(pattern -> byNeed.computeIfAbsent(pattern.priority(), any -> new ArrayList<>())
                .add(pattern));
        long left = has;
        LeastServedClasses fewest = new LeastServedClasses(List.of(), 0, 0, 0);
        int without = 0;
        for (List<ClassPattern> same : byNeed.values()) {
            long needed = same.stream().mapToLong(this::neededMinutes).sum();
            if (needed <= left) {
                left -= needed;
            } else if (fewest.classes().isEmpty()) {
                long preparation = same.stream()
                        .mapToLong(pattern ->
                                parameters.preparation().minutes(pattern.need().scheme()))
                        .sum();
                long each = Math.max(0, left - preparation) / same.size();
                long asks = (needed - preparation) / same.size();
                fewest = new LeastServedClasses(
                        same.stream().map(pattern -> pattern.need().groupId()).toList(), each, asks, 0);
                left = 0;
            } else {
                without += same.size();
            }
        }
        return new LeastServedClasses(fewest.classes(), fewest.gets(), fewest.asked(), without);
    }
}
