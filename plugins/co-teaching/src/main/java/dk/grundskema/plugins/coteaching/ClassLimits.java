package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import org.jspecify.annotations.Nullable;

/**
 * How the co-teaching of a class is distributed over people, days and the week. All numbers are ours.
 *
 * @param freeCoTeachers    number of different co-teachers that cost nothing, 0 to 20; each further one costs points
 * @param leastLessonsADay  fewest co-taught lessons on each day on which the class has lessons that could have a co-teacher, 0 to 12
 * @param mostLessonsADay   most co-taught lessons on a day, 1 to 12 and not below the fewest; {@code null} means no limit
 * @param lessonsADay       how strictly the two numbers hold
 * @param costBeyondMinimum whether lessons beyond the class's minimum cost points
 */
public record ClassLimits(
        @Default("0") int freeCoTeachers,
        @Default("0") int leastLessonsADay,
        @Nullable Integer mostLessonsADay,
        @Default("\"GUIDELINE\"") RuleStrength lessonsADay,
        @Default("false") boolean costBeyondMinimum) {
    private static final int MOST_CO_TEACHERS = 20;
    private static final int LONGEST_DAY = 12;

    /** What holds for a class without limits of its own. */
    static final ClassLimits NONE = new ClassLimits(0, 0, null, RuleStrength.OFF, false);

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or the most are fewer than the fewest */
    public ClassLimits {
        new RecordValidator()
                .range("freeCoTeachers", freeCoTeachers, 0, MOST_CO_TEACHERS)
                .range("leastLessonsADay", leastLessonsADay, 0, LONGEST_DAY)
                .rangeIfAny("mostLessonsADay", mostLessonsADay, Math.max(1, leastLessonsADay), LONGEST_DAY)
                .throwIfInvalid();
    }

    /** Returns whether the number of lessons on a day is limited with this strength. */
    boolean limitsDays(RuleStrength strength) {
        return lessonsADay == strength && (leastLessonsADay > 0 || mostLessonsADay != null);
    }

    /** Returns by how many lessons a day with some co-taught lessons is outside the limits. */
    int lessonsOutside(int lessons) {
        int most = mostLessonsADay == null ? Integer.MAX_VALUE : mostLessonsADay;
        return Math.max(0, leastLessonsADay - lessons) + Math.max(0, lessons - most);
    }
}
