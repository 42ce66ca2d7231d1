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

    /** What units of the rules cost. */
    public static final RuleWeights WEIGHTS = new RuleWeights(MEDIUM, SOFT);

    /** A scorer. */
    public SchoolScorer() {}

    /**
     * The score of a plan.
     *
     * @throws IllegalArgumentException if the problem isn't one co-teaching scheme in one weekly pattern without locks
     */
    public Score score(Problem problem, Timetable timetable) {
        return WEIGHTS.score(
                problem,
                hardPenalties(problem, timetable),
                mediumPenalties(problem, timetable),
                softPenalties(problem, timetable));
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
