package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Co-teaching over an existing timetable. Classes and a pool are enough; everything else has defaults.
 *
 * @param firstWeek       first week with co-teaching; {@code null} means the horizon's first
 * @param lastWeek        last week with co-teaching; {@code null} means the horizon's last. Source: guide, part A (half to a whole school year)
 * @param lessonMinutes   minutes of a lesson in which needs and budgets are counted, 20 to 120; the guide counts in 45. Lessons of other
 *     lengths count in proportion
 * @param classes         classes that are to get co-teaching
 * @param pool            who can be the second adult
 * @param pools           budgets that several members of the pool share; empty means none
 * @param periods         periods with patterns and priorities of their own; in other weeks the classes' own needs apply
 * @param preparation     shared preparation
 * @param experienceYears desired years of experience of a co-teacher, 0 to 20. Source: guide, part A (some years' experience); the number is ours
 * @param secondRooms     rooms for the second group of parallel teaching; empty means any free classroom: of the kind {@code classroom}, or of the
 *     kind in which most lessons are held
 * @param advisorsMeeting meeting of the co-teachers; {@code null} means none
 * @param supervision     supervision of co-teachers; empty means none
 */
public record CoTeachingParameters(
        @Nullable IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek,
        int lessonMinutes,
        List<ClassNeed> classes,
        List<CoTeacher> pool,
        List<PoolBudget> pools,
        List<PriorityPeriod> periods,
        SharedPreparation preparation,
        int experienceYears,
        List<RoomId> secondRooms,
        @Nullable AdvisorsMeeting advisorsMeeting,
        List<Supervision> supervision) {
    /** Minutes of a lesson as the guide counts. Source: guide to school-supporting interventions, part A. */
    static final int GUIDE_LESSON_MINUTES = 45;

    /** Preferred minimum years of experience of a co-teacher. Source: guide, part A (some years); the number is ours. */
    static final int USUAL_EXPERIENCE_YEARS = 2;

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, the last week is before the
     *         first, or something is named twice
     */
    public CoTeachingParameters {
        classes = List.copyOf(classes);
        pool = List.copyOf(pool);
        pools = List.copyOf(pools);
        periods = List.copyOf(periods);
        secondRooms = List.copyOf(secondRooms);
        supervision = List.copyOf(supervision);
        var checks = new RecordValidator()
                .range("lessonMinutes", lessonMinutes, 20, 120)
                .distinct("classes", classes.stream().map(ClassNeed::groupId).toList())
                .distinct("pool", pool.stream().map(CoTeacher::staffId).toList())
                .distinct("pools", pools.stream().map(PoolBudget::name).toList())
                .distinct("periods", periods.stream().map(PriorityPeriod::id).toList())
                .range("experienceYears", experienceYears, 0, 20)
                .distinct("secondRooms", secondRooms)
                .distinct(
                        "supervision", supervision.stream().map(Supervision::id).toList());
        WeekRangeValidator.validate(checks, firstWeek, lastWeek);
        checks.throwIfInvalid();
    }

    /** Returns lessons of 45 minutes in all weeks, without classes and staff. */
    public static CoTeachingParameters defaults() {
        return of(List.of(), List.of());
    }

    /** Returns co-teaching of the given classes by the given staff in all weeks, with defaults for everything else. */
    public static CoTeachingParameters of(List<ClassNeed> classes, List<CoTeacher> pool) {
        return new CoTeachingParameters(
                null,
                null,
                GUIDE_LESSON_MINUTES,
                classes,
                pool,
                List.of(),
                List.of(),
                SharedPreparation.defaults(),
                USUAL_EXPERIENCE_YEARS,
                List.of(),
                null,
                List.of());
    }

    /** Returns whether a text can be part of a session id. */
    static boolean isValidWord(String text) {
        return WORD.matcher(text).matches();
    }
}
