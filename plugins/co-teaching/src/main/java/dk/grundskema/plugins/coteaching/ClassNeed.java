package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A class that is to get co-teaching.
 *
 * @param groupId        the class, among the problem's groups
 * @param scheme         kind of co-teaching
 * @param lessonsPerWeek minimum number of lessons in a full school week, 0.5 to 60; {@code null} means the number in the guide: 10.5 for type 1, 14.5
 *     for type 2, of 45 minutes each. Ignored with two adults always. A number below the guide's is reported
 * @param subjects       subjects in whose lessons co-teaching may be, as the timetable writes them; empty means all
 * @param form           form in which the adults share a lesson
 * @param subjectForms   form in the lessons of a subject, where it differs
 * @param need           need of the class, 1 to 10; classes with more need have precedence if hours are short. The scale is ours
 * @param firstWeek      first week with co-teaching; {@code null} means the intervention's first
 * @param lastWeek       last week with co-teaching; {@code null} means the intervention's last
 * @param never          staff members who must not be co-teachers here; empty means none
 * @param limits         limits of co-teachers and lessons; {@code null} means none
 */
public record ClassNeed(
        GroupId groupId,
        @Default("\"TYPE_1\"") CoTeachingType scheme,
        @Nullable Double lessonsPerWeek,
        List<String> subjects,
        @Default("\"ONE_ASSISTS\"") TeachingForm form,
        SortedMap<String, TeachingForm> subjectForms,
        @Default("5") int need,
        @Nullable IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek,
        List<StaffId> never,
        @Nullable ClassLimits limits) {
    static final int USUAL_NEED = 5;
    static final double FEWEST_LESSONS = 0.5;
    static final double MOST_LESSONS = 60;

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, something is named twice,
     *         or the last week is before the first
     */
    public ClassNeed {
        subjects = List.copyOf(subjects);
        subjectForms = Collections.unmodifiableSortedMap(new TreeMap<>(subjectForms));
        never = List.copyOf(never);
        var checks = new RecordValidator().distinct("subjects", subjects).distinct("never", never);
        Need.check(checks, "need", need);
        if (lessonsPerWeek != null) {
            checks.range("lessonsPerWeek", lessonsPerWeek, FEWEST_LESSONS, MOST_LESSONS);
        }
        WeekRangeValidator.validate(checks, firstWeek, lastWeek);
        checks.throwIfInvalid();
    }

    /** Returns a class with the guide's number of lessons in all subjects and all weeks. */
    public static ClassNeed of(GroupId groupId, CoTeachingType scheme, int need) {
        return new ClassNeed(
                groupId,
                scheme,
                null,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                Collections.emptySortedMap(),
                need,
                null,
                null,
                List.of(),
                null);
    }

    /** Returns the limits; for a class without any those that limit nothing. */
    ClassLimits limitsOrNone() {
        return limits == null ? ClassLimits.NONE : limits;
    }

    /** Returns whether co-teaching may be in lessons of the subject, ignoring case and surrounding blanks. */
    boolean allowsSubject(String subject) {
        return subjects.isEmpty() || subjects.stream().anyMatch(one -> WordMatcher.isSame(one, subject));
    }

    /** Returns how the adults share a lesson of the subject. */
    TeachingForm formOf(String subject) {
        return subjectForms.entrySet().stream()
                .filter(one -> WordMatcher.isSame(one.getKey(), subject))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(form);
    }

    /**
     * Returns the requested lessons a week, in lessons of the given minutes; the guide's are of 45. 0 where every lesson is
     * requested.
     */
    double requestedLessons(int lessonMinutes) {
        if (scheme == CoTeachingType.TWO_ALWAYS) {
            return 0;
        }
        return lessonsPerWeek != null
                ? lessonsPerWeek
                : scheme.guideLessons() * CoTeachingParameters.GUIDE_LESSON_MINUTES / lessonMinutes;
    }
}
