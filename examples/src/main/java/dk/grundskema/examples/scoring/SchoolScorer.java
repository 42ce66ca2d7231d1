package dk.grundskema.examples.scoring;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges finished plans of co-teaching, whoever made them: every rule that made-up schools can break, worked out from problem and timetable
 * alone. Shares no code with the plugin's rules. Takes problems that are one co-teaching scheme in one weekly pattern without locks.
 */
public final class SchoolScorer {
    /** What a unit of a soft rule costs unless the problem says otherwise. */
    private static final Map<String, Long> SOFT = Map.ofEntries(
            Map.entry("core.gaps", 1L),
            Map.entry("co-teaching.few-co-teachers", 20L),
            Map.entry("co-teaching.many-lessons-each", 3L),
            Map.entry("co-teaching.skills", 2L),
            Map.entry("co-teaching.experience", 1L),
            Map.entry("co-teaching.main-co-teacher", 5L),
            Map.entry("co-teaching.main-teacher", 3L),
            Map.entry("co-teaching.spread", 2L),
            Map.entry("co-teaching.unused-budget", 2L));

    /** What a unit of a medium rule costs. */
    private static final Map<String, Long> MEDIUM = Map.of(
            "co-teaching.minimum", 1L,
            "co-teaching.two-adults", 1L,
            "co-teaching.preparation", 3L,
            "co-teaching.second-room", 1L);

    /** A scorer. */
    public SchoolScorer() {}

    /**
     * What a unit of a soft rule costs in a problem.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer doesn't know it
     */
    public static long softWeight(Problem problem, String rule) {
        return problem.weights().getOrDefault(rule, known(rule, SOFT));
    }

    /**
     * What a unit of a medium rule costs.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if the scorer doesn't know it
     */
    public static long mediumWeight(String rule) {
        return known(rule, MEDIUM);
    }

    private static long known(String rule, Map<String, Long> weights) {
        Long weight = weights.get(rule);
        if (weight == null) {
            throw new IllegalArgumentException("The scorer knows no rule (%s).".formatted(rule));
        }
        return weight;
    }

    /**
     * The score of a plan.
     *
     * @throws IllegalArgumentException if the problem isn't one co-teaching scheme in one weekly pattern without locks
     */
    public Score score(Problem problem, Timetable timetable) {
        long hard = hardPenalties(problem, timetable).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long medium = mediumPenalties(problem, timetable).entrySet().stream()
                .mapToLong(rule -> mediumWeight(rule.getKey()) * rule.getValue())
                .sum();
        long soft = softPenalties(problem, timetable).entrySet().stream()
                .mapToLong(rule -> softWeight(problem, rule.getKey()) * rule.getValue())
                .sum();
        return new Score(-hard, -medium, -soft);
    }

    /** What each hard rule charges by its id. */
    public SortedMap<String, Long> hardPenalties(Problem problem, Timetable timetable) {
        var plan = SchoolPlan.of(problem, timetable);
        var duties = new SchoolDuties(plan);
        var days = new StaffDays(problem, plan::meetingsOf);
        var staffing = new SchoolStaffing(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.person-in-two-places", days.personInTwoPlaces());
        penalties.put("core.room-in-two-places", duties.roomInTwoPlaces());
        penalties.put("core.staff-unavailable", days.unavailable());
        penalties.put("core.closed-day", duties.closed());
        penalties.put("core.average-hours", days.tooLong());
        penalties.put("co-teaching.weekly-budget", staffing.overBudget());
        penalties.put("co-teaching.unqualified", staffing.unqualified());
        penalties.put("co-teaching.veto", staffing.vetoed());
        return penalties;
    }

    /** What each medium rule charges, before its weight, by its id. */
    public SortedMap<String, Long> mediumPenalties(Problem problem, Timetable timetable) {
        var staffing = new SchoolStaffing(SchoolPlan.of(problem, timetable));
        var penalties = new TreeMap<String, Long>();
        penalties.put("co-teaching.minimum", staffing.belowMinimum());
        penalties.put("co-teaching.two-adults", staffing.oneAdult());
        penalties.put("co-teaching.preparation", staffing.unprepared());
        penalties.put("co-teaching.second-room", staffing.withoutSecondRoom());
        return penalties;
    }

    /** What each soft rule charges, before its weight, by its id. */
    public SortedMap<String, Long> softPenalties(Problem problem, Timetable timetable) {
        var plan = SchoolPlan.of(problem, timetable);
        var staffing = new SchoolStaffing(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.gaps", new StaffDays(problem, plan::meetingsOf).gaps());
        penalties.put("co-teaching.few-co-teachers", staffing.coTeachers());
        penalties.put("co-teaching.many-lessons-each", staffing.fewLessonsEach());
        penalties.put("co-teaching.skills", staffing.nothingBrought());
        penalties.put("co-teaching.experience", staffing.newHere());
        penalties.put("co-teaching.main-co-teacher", staffing.otherThanMainCoTeacher());
        penalties.put("co-teaching.main-teacher", staffing.otherThanMainTeacher());
        penalties.put("co-teaching.spread", staffing.crowded());
        penalties.put("co-teaching.unused-budget", staffing.unused());
        return penalties;
    }
}
