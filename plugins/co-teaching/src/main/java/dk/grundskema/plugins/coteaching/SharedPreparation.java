package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The weekly meeting in which the main co-teacher and one of the class's own teachers prepare and evaluate. Source: guide to school-supporting
 * interventions, part A (a fixed, timetabled slot; less for type 2); the minutes are ours.
 *
 * @param minutesType1     minutes a week for a class with type 1, 0 to 240; 0 means none
 * @param minutesType2     minutes a week for a class with type 2, 0 to 240; 0 means none
 * @param minutesTwoAlways minutes a week for a class with two adults always, 0 to 240; 0 means none
 * @param weekdays         days on which it may be; empty means Monday to Friday
 * @param starts           possible start times; empty means the times at which lessons start and end
 * @param earliest         time of day from which on people work
 * @param latest           time of day until which people work
 * @param mainCoTeacher    how strictly it is the co-teacher with most lessons in the class who prepares. The default is ours
 */
public record SharedPreparation(
        @Default("45") int minutesType1,
        @Default("25") int minutesType2,
        @Default("0") int minutesTwoAlways,
        SortedSet<DayOfWeek> weekdays,
        SortedSet<LocalTime> starts,
        @Default("\"08:00\"") LocalTime earliest,
        @Default("\"16:00\"") LocalTime latest,
        @Default("\"WISH\"") RuleStrength mainCoTeacher) {
    private static final int MOST_MINUTES = 240;

    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or the working hours end
     *         before they begin
     */
    public SharedPreparation {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        starts = Collections.unmodifiableSortedSet(new TreeSet<>(starts));
        new RecordValidator()
                .range("minutesType1", minutesType1, 0, MOST_MINUTES)
                .range("minutesType2", minutesType2, 0, MOST_MINUTES)
                .range("minutesTwoAlways", minutesTwoAlways, 0, MOST_MINUTES)
                .require(latest.isAfter(earliest), "latest", "co-teaching.hours.turned-round", earliest, latest)
                .throwIfInvalid();
    }

    /** Returns 45 minutes for type 1, 25 for type 2, between 8 and 16. */
    public static SharedPreparation defaults() {
        return new SharedPreparation(
                45,
                25,
                0,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                RuleStrength.WISH);
    }

    /** Returns the minutes a week for a class with that scheme; 0 means none. */
    int minutes(CoTeachingType scheme) {
        return switch (scheme) {
            case TYPE_1 -> minutesType1;
            case TYPE_2 -> minutesType2;
            case TWO_ALWAYS -> minutesTwoAlways;
        };
    }

    /** Returns the days on which it may be. */
    SortedSet<DayOfWeek> days() {
        return weekdays.isEmpty()
                ? new TreeSet<>(java.util.EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                : weekdays;
    }
}
