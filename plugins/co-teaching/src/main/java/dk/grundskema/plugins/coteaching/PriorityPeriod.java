package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some weeks with a weekly pattern and priorities of their own: this autumn all hours go to year 1, and are shared out anew each month. Source:
 * KL, Brøndbyvester.
 *
 * @param id          short word: lower-case letters, digits and hyphens, at most 30 characters
 * @param title       display title; {@code null} means its weeks
 * @param firstWeek   its first week
 * @param lastWeek    its last week; {@code null} means the intervention's last
 * @param onlyClasses classes with co-teaching in the period, in addition to {@code onlyYears}; if both are empty, all
 * @param onlyYears   years whose classes have co-teaching in the period, 0 to 13; a class's year is the number at the start of its name
 * @param priorities  needs of single classes that differ in the period; empty means none
 */
public record PriorityPeriod(
        String id,
        @Nullable String title,
        IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek,
        List<GroupId> onlyClasses,
        SortedSet<Integer> onlyYears,
        List<Priority> priorities) {
    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range, the last week is
     *         before the first, or a class is named twice
     */
    public PriorityPeriod {
        onlyClasses = List.copyOf(onlyClasses);
        onlyYears = Collections.unmodifiableSortedSet(new TreeSet<>(onlyYears));
        priorities = List.copyOf(priorities);
        var checks = new RecordValidator()
                .require(CoTeachingParameters.isValidWord(id), "id", "co-teaching.id-malformed", id)
                .distinct("onlyClasses", onlyClasses)
                .distinct(
                        "priorities", priorities.stream().map(Priority::groupId).toList());
        int i = 0;
        for (int year : onlyYears) {
            checks.range("onlyYears/" + i++, year, 0, 13);
        }
        if (title != null) {
            checks.name("title", title);
        }
        WeekRangeValidator.validate(checks, firstWeek, lastWeek);
        checks.throwIfInvalid();
    }
}
