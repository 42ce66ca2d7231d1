package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores finished plans of co-teaching from any solver. Computes every rule that generated schools can break from problem and
 * timetable alone and shares no code with the plugin's rules. Accepts only problems that are one co-teaching scheme in one weekly
 * pattern without locks.
 */
public final class SchoolScorer {
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

    private static final Map<String, Long> MEDIUM = Map.of(
            "co-teaching.minimum", 1L,
            "co-teaching.two-adults", 1L,
            "co-teaching.preparation", 3L,
            "co-teaching.second-room", 1L);

    /** Costs of the rules' units. */
    public static final RuleWeights WEIGHTS = new RuleWeights(MEDIUM, SOFT);

    /** Creates a scorer. */
    public SchoolScorer() {}

    /**
     * Returns the score of a plan.
     *
     * @throws IllegalArgumentException if the problem is not one co-teaching scheme in one weekly pattern without locks
     */
    public Score score(Problem problem, Timetable timetable) {
        return WEIGHTS.score(
                problem,
                hardPenalties(problem, timetable),
                mediumPenalties(problem, timetable),
                softPenalties(problem, timetable));
    }

    /** Returns what each hard rule charges, by its id. */
    public SortedMap<String, Long> hardPenalties(Problem problem, Timetable timetable) {
        var plan = SchoolPlan.of(problem, timetable);
        var duties = new SchoolOccupancyPenalties(plan);
        var days = new StaffDayPenalties(problem, plan::meetingsOf);
        var staffing = new CoTeachingPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.person-in-two-places", days.personInTwoPlaces());
        penalties.put("core.room-in-two-places", duties.roomInTwoPlaces());
        penalties.put("core.staff-unavailable", days.unavailable());
        penalties.put("core.closed-day", duties.onClosedDays());
        penalties.put("core.average-hours", days.beyondReferenceHours());
        penalties.put("co-teaching.weekly-budget", staffing.overBudget());
        penalties.put("co-teaching.unqualified", staffing.unqualified());
        penalties.put("co-teaching.veto", staffing.vetoed());
        return penalties;
    }

    /** Returns what each medium rule charges before weighting, by its id. */
    public SortedMap<String, Long> mediumPenalties(Problem problem, Timetable timetable) {
        var staffing = new CoTeachingPenalties(SchoolPlan.of(problem, timetable));
        var penalties = new TreeMap<String, Long>();
        penalties.put("co-teaching.minimum", staffing.belowMinimum());
        penalties.put("co-teaching.two-adults", staffing.withOneAdult());
        penalties.put("co-teaching.preparation", staffing.unprepared());
        penalties.put("co-teaching.second-room", staffing.withoutSecondRoom());
        return penalties;
    }

    /** Returns what each soft rule charges before weighting, by its id. */
    public SortedMap<String, Long> softPenalties(Problem problem, Timetable timetable) {
        var plan = SchoolPlan.of(problem, timetable);
        var staffing = new CoTeachingPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.gaps", new StaffDayPenalties(problem, plan::meetingsOf).gaps());
        penalties.put("co-teaching.few-co-teachers", staffing.coTeacherWeeks());
        penalties.put("co-teaching.many-lessons-each", staffing.fewLessonsEach());
        penalties.put("co-teaching.skills", staffing.withoutNeededSkill());
        penalties.put("co-teaching.experience", staffing.inexperienced());
        penalties.put("co-teaching.main-co-teacher", staffing.otherThanMainCoTeacher());
        penalties.put("co-teaching.main-teacher", staffing.otherThanMainTeacher());
        penalties.put("co-teaching.spread", staffing.beyondEvenShare());
        penalties.put("co-teaching.unused-budget", staffing.withoutCoTeacher());
        return penalties;
    }
}
