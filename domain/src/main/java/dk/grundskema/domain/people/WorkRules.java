package dk.grundskema.domain.people;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long people may be on duty and how much rest they are owed. Rest is looked back on from the end of each duty and
 * counted in true elapsed time.
 *
 * @param dailyRestHours        consecutive rest within any 24 hours, 8 to 11. Source: Working Environment Act, ch. 9
 * @param weeklyRestHours       consecutive rest within any seven days, 24 to 48; a day off adjoining a daily rest makes 35.
 *     Source: Working Environment Act, ch. 9
 * @param agreedShortRest       a school's agreement on a shorter daily rest on some days; {@code null} means none
 * @param hoursPerDay           most working hours in duties that start on one date, 1 to 24, to the minute as 7.4; {@code null}
 *     means no limit. The default of 10 is the product's, not from the sources
 * @param hoursPerWeek          most working hours in one calendar week, 1 to 168, to the minute as 37.5; {@code null} means no
 *     limit
 * @param averageHoursPerWeek   most working hours a week on average over the reference period, 1 to 168. Source: Working
 *     Time Act (48)
 * @param referenceWeeks        length of the reference period in weeks, 1 to 52; 17 for four months
 * @param eveningStarts         time of day from which a duty counts as evening; the default is the product's
 * @param nightStarts           time of day from which a duty counts as night; the default is the product's
 * @param nightEnds             time of day at which the night ends; the default is the product's
 * @param longestDay            most minutes from the start of the first duty that starts on a date to the end of the last;
 *     {@code null} means no limit
 * @param restBetweenDates      fewest minutes between the end of the last duty that starts on a date and the first duty of
 *     the next date with duties; {@code null} means none but the daily rest
 * @param freeDates             dates of each calendar week without any work; {@code null} means none but the weekly rest
 */
public record WorkRules(
        @Default("11") int dailyRestHours,
        @Default("35") int weeklyRestHours,
        @Nullable AgreedShortRest agreedShortRest,
        @Default("10") @Nullable BigDecimal hoursPerDay,
        @Nullable BigDecimal hoursPerWeek,
        @Default("48") int averageHoursPerWeek,
        @Default("17") int referenceWeeks,
        @Default("\"17:00\"") LocalTime eveningStarts,
        @Default("\"23:00\"") LocalTime nightStarts,
        @Default("\"06:00\"") LocalTime nightEnds,
        @Nullable DutyLimit longestDay,
        @Nullable DutyLimit restBetweenDates,
        @Nullable FreeDates freeDates) {
    private static final LocalTime NIGHT_STARTS = LocalTime.of(23, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);
    private static final WorkRules DEFAULTS = new WorkRules(11, 35, null, 10, null, 48, 17, LocalTime.of(17, 0));

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public WorkRules {
        var checks = new RecordValidator()
                .range("dailyRestHours", dailyRestHours, 8, 11)
                .range("weeklyRestHours", weeklyRestHours, 24, 48)
                .range("averageHoursPerWeek", averageHoursPerWeek, 1, 168)
                .range("referenceWeeks", referenceWeeks, 1, 52)
                .rangeIfAny("hoursPerDay", hoursPerDay, 1, 24)
                .rangeIfAny("hoursPerWeek", hoursPerWeek, 1, 168);
        if (agreedShortRest != null) {
            checks.require(
                    agreedShortRest.hours() < dailyRestHours,
                    "agreedShortRest/hours",
                    "work.short-rest-not-shorter",
                    agreedShortRest.hours(),
                    dailyRestHours);
        }
        checks.throwIfInvalid();
        hoursPerDay = withoutTrailingZeros(hoursPerDay);
        hoursPerWeek = withoutTrailingZeros(hoursPerWeek);
    }

    private static @Nullable BigDecimal withoutTrailingZeros(@Nullable BigDecimal hours) {
        return hours == null ? null : new BigDecimal(hours.stripTrailingZeros().toPlainString());
    }

    /** Creates rules with whole hours, the default night from 23:00 to 06:00, and without limits of dates. */
    public WorkRules(
            int dailyRestHours,
            int weeklyRestHours,
            @Nullable AgreedShortRest agreedShortRest,
            @Nullable Integer hoursPerDay,
            @Nullable Integer hoursPerWeek,
            int averageHoursPerWeek,
            int referenceWeeks,
            LocalTime eveningStarts) {
        this(
                dailyRestHours,
                weeklyRestHours,
                agreedShortRest,
                hoursPerDay == null ? null : BigDecimal.valueOf(hoursPerDay),
                hoursPerWeek == null ? null : BigDecimal.valueOf(hoursPerWeek),
                averageHoursPerWeek,
                referenceWeeks,
                eveningStarts,
                NIGHT_STARTS,
                NIGHT_ENDS,
                null,
                null,
                null);
    }

    /** Returns the defaults: the statutory rest, at most ten hours a day, no limit for a single week. */
    public static WorkRules defaults() {
        return DEFAULTS;
    }

    /** Returns the same rules with other limits of dates. */
    public WorkRules withDateLimits(@Nullable DutyLimit ofDay, @Nullable DutyLimit ofRest, @Nullable FreeDates ofWeek) {
        return new WorkRules(
                dailyRestHours,
                weeklyRestHours,
                agreedShortRest,
                hoursPerDay,
                hoursPerWeek,
                averageHoursPerWeek,
                referenceWeeks,
                eveningStarts,
                nightStarts,
                nightEnds,
                ofDay,
                ofRest,
                ofWeek);
    }

    /** Returns {@link #hoursPerDay} in minutes; {@code null} means no limit. */
    public @Nullable Long minutesPerDay() {
        return minutes(hoursPerDay);
    }

    /** Returns {@link #hoursPerWeek} in minutes; {@code null} means no limit. */
    public @Nullable Long minutesPerWeek() {
        return minutes(hoursPerWeek);
    }

    private static @Nullable Long minutes(@Nullable BigDecimal hours) {
        return hours == null
                ? null
                : Long.valueOf(hours.multiply(BigDecimal.valueOf(60))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** Returns the shortest rest that ends a run of duties, in minutes. */
    public long dailyRestMinutes() {
        return dailyRestHours * 60L;
    }

    /** Returns the longest run of duties without a daily rest, in minutes: 13 hours for a rest of 11 hours. */
    public long longestDailyRun() {
        return (24L - dailyRestHours) * 60;
    }

    /** Returns the shortest rest that ends a week's run of duties, in minutes. */
    public long weeklyRestMinutes() {
        return weeklyRestHours * 60L;
    }

    /** Returns the longest run of duties without a weekly rest, in minutes: 133 hours for a rest of 35 hours. */
    public long longestWeeklyRun() {
        return (7 * 24L - weeklyRestHours) * 60;
    }

    /**
     * Returns the index of the reference period that contains a date, from 0. Periods follow each other from the first day of the plan. Work before
     * the plan belongs to the first period.
     *
     * @param firstDay first day of the plan
     * @param date     a date; a date before the first day belongs to the first period
     */
    public int referencePeriod(LocalDate firstDay, LocalDate date) {
        return (int) Math.max(0, ChronoUnit.WEEKS.between(firstDay, date) / referenceWeeks);
    }

    /** Returns the most working minutes in a whole reference period. */
    public long mostMinutesInReferencePeriod() {
        return averageHoursPerWeek * 60L * referenceWeeks;
    }
}
