package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
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
 * Scores finished plans of camps from any solver. Hard and medium rules come from the independent checker; each soft rule is
 * computed here again. Accepts only problems that are one camp without lessons and locks, such as the generated ones.
 */
public final class CampScorer {
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

    /** @param plugins plugins of the problems' interventions; their checks are used */
    public CampScorer(PluginRegistry plugins) {
        this.checker = new TimetableChecker(plugins::find);
    }

    /**
     * Returns the cost of a soft rule's unit in a problem.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer does not know it
     */
    public static long weight(Problem problem, String rule) {
        return WEIGHTS.soft(problem, rule);
    }

    /**
     * Returns the cost of a hard or medium rule's unit.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if it is a medium rule that the scorer does not know
     */
    public static long weight(String rule, Level level) {
        return level == Level.HARD ? 1 : WEIGHTS.medium(rule);
    }

    /**
     * Returns the score of a plan.
     *
     * @throws IllegalArgumentException if the problem is not one camp without lessons and locks
     */
    public Score score(Problem problem, Timetable timetable) {
        List<RuleViolation> faults =
                checker.checkRules(problem, timetable); // all that the rules charge, also what the report names once
        long soft = 0;
        for (Map.Entry<String, Long> penalty : softPenalties(problem, timetable).entrySet()) {
            soft += weight(problem, penalty.getKey()) * penalty.getValue();
        }
        return new Score(-cost(faults, Level.HARD), -cost(faults, Level.MEDIUM), -soft);
    }

    private static long cost(List<RuleViolation> faults, Level level) {
        return faults.stream()
                .filter(fault -> fault.level() == level)
                .mapToLong(fault -> fault.amount() * weight(fault.rule(), level))
                .sum();
    }

    /** Returns what each soft rule charges before weighting, by the rule's id. */
    public SortedMap<String, Long> softPenalties(Problem problem, Timetable timetable) {
        var plan = CampPlan.of(problem, timetable);
        var shares = new FairShares(plan);
        var staff = new StaffWellbeingPenalties(plan);
        var formed = new TeamFormationPenalties(plan);
        var days = new TeamDayPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.fair-hours", shares.hours());
        penalties.put("core.fair-evenings", shares.evenings());
        penalties.put("core.fair-nights", shares.nights());
        penalties.put("core.fair-weekends", shares.weekends());
        penalties.put("core.gaps", staff.gaps());
        penalties.put("core.wishes", staff.unmetWishes());
        penalties.put("core.wished-company", formed.unmetCompany());
        penalties.put("core.even-groups", formed.unevenSizes());
        penalties.put("core.mixed-schools", formed.unmixedSchools());
        penalties.put("camp.few-faces", days.differentAdults());
        penalties.put("camp.familiar-faces", days.missingFamiliarAdults());
        penalties.put("camp.lead-staff", days.differentTeachers());
        penalties.put("camp.demanding-before-noon", days.demandingAfternoons());
        penalties.put("camp.variety", days.repeatedTimes());
        return penalties;
    }
}
