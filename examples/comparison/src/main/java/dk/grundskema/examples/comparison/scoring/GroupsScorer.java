package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores finished plans of small groups from any solver. Computes every rule that generated groups can break from problem and
 * timetable alone and shares no code with the plugin's rules. Accepts only problems that are small groups alone, without talks,
 * covers, gatherings and locks.
 */
public final class GroupsScorer {
    private static final Map<String, Long> SOFT = Map.ofEntries(
            Map.entry("core.gaps", 1L),
            Map.entry("core.wished-company", 3L),
            Map.entry("small-groups.level-spread", 1L),
            Map.entry("small-groups.areas", 20L),
            Map.entry("small-groups.rhythm", 3L),
            Map.entry("small-groups.same-room", 2L),
            Map.entry("small-groups.one-a-day", 10L),
            Map.entry("small-groups.own-teacher", 4L),
            Map.entry("small-groups.classmates", 2L));

    private static final Map<String, Long> MEDIUM = Map.of(
            "core.student-without-group", 100L,
            "core.missing-adult", 100L,
            "core.missing-room", 50L,
            "core.support-a-day", 1L,
            "core.support-a-week", 1L,
            "small-groups.missing-sessions", 1L);

    /** Costs of the rules' units. */
    public static final RuleWeights WEIGHTS = new RuleWeights(MEDIUM, SOFT);

    /** Creates a scorer. */
    public GroupsScorer() {}

    /**
     * Returns the score of a plan.
     *
     * @throws IllegalArgumentException if the problem is not small groups alone, without talks, covers, gatherings and
     *         locks
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
        var plan = GroupsPlan.of(problem, timetable);
        var groups = new GroupPenalties(plan);
        var staff = new StaffDayPenalties(problem, plan::meetingsOf);
        var students = new StudentWeekPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.person-in-two-places", staff.personInTwoPlaces());
        penalties.put("core.staff-unavailable", staff.unavailable());
        penalties.put("core.daily-hours", staff.beyondDailyHours());
        penalties.put("core.average-hours", staff.beyondReferenceHours());
        penalties.put("core.student-in-two-places", students.inTwoPlaces());
        penalties.put("core.student-unavailable", students.unavailable());
        penalties.put("core.room-in-two-places", groups.roomInTwoPlaces());
        penalties.put("core.room-capacity", groups.tooSmallRooms());
        penalties.put("core.group-size", groups.wrongSize());
        penalties.put("core.never-together", groups.vetoed());
        penalties.put("small-groups.untrained-tutor", groups.untrainedTutors());
        penalties.put("small-groups.tutor-sessions", groups.tooManySessions());
        penalties.put("small-groups.most-groups", groups.tooManyGroups());
        return penalties;
    }

    /** Returns what each medium rule charges before weighting, by its id. */
    public SortedMap<String, Long> mediumPenalties(Problem problem, Timetable timetable) {
        var plan = GroupsPlan.of(problem, timetable);
        var groups = new GroupPenalties(plan);
        var students = new StudentWeekPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.student-without-group", groups.unservedNeed());
        penalties.put("core.missing-adult", groups.withoutAdult());
        penalties.put("core.missing-room", groups.withoutRoom());
        penalties.put("core.support-a-day", students.beyondDailyLimit());
        penalties.put("core.support-a-week", students.beyondWeeklyLimit());
        penalties.put("small-groups.missing-sessions", groups.missingSessions());
        return penalties;
    }

    /** Returns what each soft rule charges before weighting, by its id. */
    public SortedMap<String, Long> softPenalties(Problem problem, Timetable timetable) {
        var plan = GroupsPlan.of(problem, timetable);
        var groups = new GroupPenalties(plan);
        var penalties = new TreeMap<String, Long>();
        penalties.put("core.gaps", new StaffDayPenalties(problem, plan::meetingsOf).gaps());
        penalties.put("core.wished-company", groups.wishedPairsApart());
        penalties.put("small-groups.level-spread", groups.sum(FormedGroup::levelSpread));
        penalties.put("small-groups.areas", groups.sum(FormedGroup::areasBeyondFirst));
        penalties.put("small-groups.rhythm", groups.sum(group -> group.beyondFirst(Meeting::start)));
        penalties.put("small-groups.same-room", groups.sum(FormedGroup::roomsBeyondFirst));
        penalties.put("small-groups.one-a-day", groups.sum(FormedGroup::sessionsBeyondFirstOfDay));
        penalties.put("small-groups.own-teacher", groups.withoutOwnTeacher());
        penalties.put("small-groups.classmates", groups.sum(FormedGroup::classesBeyondFirst));
        return penalties;
    }
}
