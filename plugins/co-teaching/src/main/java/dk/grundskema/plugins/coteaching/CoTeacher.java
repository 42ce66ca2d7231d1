package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be a second adult, and with how many hours.
 *
 * @param staffId             the staff member, among the problem's staff
 * @param schemes             kinds of co-teaching for which the person is qualified; empty means all. Source: guide, part A (type 1 asks for a
 *     trained teacher)
 * @param lessonsPerWeek      budget in lessons a week, including shared preparation, 0 to 60; {@code null} means {@code minutesPerWeek}
 * @param minutesPerWeek      budget in minutes a week instead, 0 to 3000; {@code null} together with {@code lessonsPerWeek} means what
 *     the contract leaves beside the person's own lessons
 * @param leastLessonsPerWeek minimum number of lessons a week, if there are lessons for the person to co-teach, 0 to 60
 * @param yearsOfExperience   years of experience, 0 to 60; {@code null} means not known
 * @param neverClasses        classes in which the person must not co-teach; empty means none
 * @param neverColleagues     teachers in whose lessons the person must not co-teach; empty means none
 * @param pool                name of the pool whose budget the person's lessons also count in; {@code null} means none
 */
public record CoTeacher(
        StaffId staffId,
        SortedSet<CoTeachingType> schemes,
        @Nullable Double lessonsPerWeek,
        @Nullable Integer minutesPerWeek,
        @Default("0") double leastLessonsPerWeek,
        @Nullable Integer yearsOfExperience,
        List<GroupId> neverClasses,
        List<StaffId> neverColleagues,
        @Nullable String pool) {
    static final double MOST_LESSONS = 60;
    private static final int MOST_MINUTES = 3000;

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, a budget is given twice, or
     *         a person is named twice
     */
    public CoTeacher {
        schemes = Collections.unmodifiableSortedSet(new TreeSet<>(schemes));
        neverClasses = List.copyOf(neverClasses);
        neverColleagues = List.copyOf(neverColleagues);
        var checks = new RecordValidator()
                .range("leastLessonsPerWeek", leastLessonsPerWeek, 0, MOST_LESSONS)
                .distinct("neverClasses", neverClasses)
                .distinct("neverColleagues", neverColleagues)
                .singleLine("pool", pool);
        if (lessonsPerWeek != null) {
            checks.range("lessonsPerWeek", lessonsPerWeek, 0, MOST_LESSONS)
                    .require(minutesPerWeek == null, "minutesPerWeek", "co-teaching.pool.two-budgets")
                    .require(
                            lessonsPerWeek < 0 || leastLessonsPerWeek <= lessonsPerWeek,
                            "leastLessonsPerWeek",
                            "co-teaching.pool.least-above-budget",
                            leastLessonsPerWeek,
                            lessonsPerWeek);
        }
        if (minutesPerWeek != null) {
            checks.range("minutesPerWeek", minutesPerWeek, 0, MOST_MINUTES);
        }
        if (yearsOfExperience != null) {
            checks.range("yearsOfExperience", yearsOfExperience, 0, 60);
        }
        checks.throwIfInvalid();
    }

    /** Returns a co-teacher who is qualified for every scheme, with that budget of lessons a week. */
    public static CoTeacher of(StaffId staffId, double lessonsPerWeek) {
        return new CoTeacher(
                staffId, Collections.emptySortedSet(), lessonsPerWeek, null, 0, null, List.of(), List.of(), null);
    }

    /** Returns whether the person is qualified for a scheme. */
    boolean isQualified(CoTeachingType scheme) {
        return schemes.isEmpty() || schemes.contains(scheme);
    }
}
