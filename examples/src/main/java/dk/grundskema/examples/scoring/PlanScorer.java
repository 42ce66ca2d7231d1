package dk.grundskema.examples.scoring;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges finished plans of camps, whoever made them: hard and medium rules by the independent checker, each soft rule worked out
 * here again. Takes problems that are one camp without lessons and locks, such as the generated ones.
 */
public final class PlanScorer {
    private static final Map<String, Long> SOFT = Map.ofEntries(
            Map.entry("core.fair-hours", 1L),
            Map.entry("core.fair-evenings", 2L),
            Map.entry("core.fair-nights", 2L),
            Map.entry("core.fair-weekends", 2L),
            Map.entry("core.gaps", 1L),
            Map.entry("core.wishes", 10L),
            Map.entry("core.wished-company", 3L),
            Map.entry("core.even-groups", 2L),
            Map.entry("core.mixed-schools", 1L),
            Map.entry("camp.few-faces", 30L),
            Map.entry("camp.familiar-faces", 3L),
            Map.entry("camp.lead-staff", 6L),
            Map.entry("camp.demanding-before-noon", 2L),
            Map.entry("camp.variety", 1L));

    private static final Map<String, Long> MEDIUM = Map.of(
            "core.missing-adult", 100L,
            "core.unplaced-session", 1000L,
            "core.missing-room", 50L,
            "core.student-without-group", 100L,
            "camp.unqualified-module", 30L,
            "camp.modules-per-subject", 50L,
            "camp.subject-per-day", 20L,
            "camp.thread-in-step", 5L);

    private static final RuleWeights WEIGHTS = new RuleWeights(MEDIUM, SOFT);

    private final TimetableChecker checker;

    /** @param plugins plugins of the problems' interventions, whose checks are asked */
    public PlanScorer(PluginRegistry plugins) {
        this.checker = new TimetableChecker(plugins::find);
    }

    /**
     * What a unit of a soft rule costs in a problem.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer doesn't know it
     */
    public static long weight(Problem problem, String rule) {
        return WEIGHTS.soft(problem, rule);
    }

    /**
     * What a unit of a hard or medium rule costs.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if it is a medium rule that the scorer doesn't know
     */
    public static long weight(String rule, Level level) {
        return level == Level.HARD ? 1 : WEIGHTS.medium(rule);
    }

    /**
     * The score of a plan.
     *
     * @throws IllegalArgumentException if the problem isn't one camp without lessons and locks
     */
    public Score score(Problem problem, Timetable timetable) {
        List<Fault> faults = checker.check(problem, timetable);
        long soft = 0;
        for (Map.Entry<String, Long> penalty : softPenalties(problem, timetable).entrySet()) {
            soft += weight(problem, penalty.getKey()) * penalty.getValue();
        }
        return new Score(-cost(faults, Level.HARD), -cost(faults, Level.MEDIUM), -soft);
    }

    private static long cost(List<Fault> faults, Level level) {
        return faults.stream()
                .filter(fault -> fault.level() == level)
                .mapToLong(fault -> fault.amount() * weight(fault.rule(), level))
                .sum();
    }

    /** What each soft rule charges, before its weight, by the rule's id. */
    public SortedMap<String, Long> softPenalties(Problem problem, Timetable timetable) {
        var plan = CampPlan.of(problem, timetable);
        var shares = new FairShares(plan);
        var staff = new StaffWellbeing(plan);
        var formed = new TeamsFormed(plan);
        var days = new TeamsDays(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.fair-hours", shares.hours());
        penalties.put("core.fair-evenings", shares.evenings());
        penalties.put("core.fair-nights", shares.nights());
        penalties.put("core.fair-weekends", shares.weekends());
        penalties.put("core.gaps", staff.gaps());
        penalties.put("core.wishes", staff.wishes());
        penalties.put("core.wished-company", formed.company());
        penalties.put("core.even-groups", formed.even());
        penalties.put("core.mixed-schools", formed.mixed());
        penalties.put("camp.few-faces", days.faces());
        penalties.put("camp.familiar-faces", days.strangers());
        penalties.put("camp.lead-staff", days.teachers());
        penalties.put("camp.demanding-before-noon", days.demandingLate());
        penalties.put("camp.variety", days.sameTimeAgain());
        return penalties;
    }
}
