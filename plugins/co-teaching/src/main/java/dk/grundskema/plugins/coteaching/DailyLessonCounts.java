package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counts the lessons of a class that could have a co-teacher, day by day, in some weeks. */
final class DailyLessonCounts {
    private final Map<DayOfWeek, Map<IsoWeek, List<Lesson>>> lessons = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, Integer> teachingWeeks = new EnumMap<>(DayOfWeek.class);

    /** @param weeks the weeks; days without such a lesson are left out */
    DailyLessonCounts(CoTeachingContext context, ClassNeed need, SortedSet<IsoWeek> weeks) {
        for (Lesson lesson : context.eligible(need)) {
            for (IsoWeek week : context.weeks(lesson, weeks)) {
                lessons.computeIfAbsent(lesson.time().weekday(), any -> new TreeMap<>())
                        .computeIfAbsent(week, any -> new ArrayList<>())
                        .add(lesson);
            }
        }
        lessons.keySet().forEach(day -> teachingWeeks.put(day, context.countTeachingWeeks(day, weeks)));
    }

    /** Counts in all weeks in which the class gets co-teaching. */
    static DailyLessonCounts inAllWeeks(CoTeachingContext context, ClassNeed need) {
        var weeks = new TreeSet<IsoWeek>();
        var cuts = PatternSpan.cutWeeks(context.parameters().periods());
        PatternSpan.cutAt(cuts, PatternSpan.wholeIntervention(context.parameters(), context.problem()))
                .forEach(span -> weeks.addAll(context.weeks(need, span)));
        return new DailyLessonCounts(context, need, weeks);
    }

    /** Returns for each weekday the number of such lessons in the week with fewest. */
    Map<DayOfWeek, Integer> fewest(Predicate<Lesson> which) {
        Map<DayOfWeek, Integer> fewest = new EnumMap<>(DayOfWeek.class);
        lessons.forEach((day, ofWeeks) -> fewest.put(
                day,
                ofWeeks.values().stream()
                        .mapToInt(some -> (int) some.stream().filter(which).count())
                        .min()
                        .orElse(0)));
        return fewest;
    }

    /** Returns the minutes a week, on average, of no more than a number of lessons on each day: the longest. */
    long mostMinutes(int most) {
        return (long) Math.ceil(minutesAWeek(most, Comparator.reverseOrder()));
    }

    /** Returns the minutes a week, on average, of no fewer than a number of lessons on each day, as far as there are so many: the shortest. */
    long leastMinutes(int least) {
        return (long) Math.floor(minutesAWeek(least, Comparator.naturalOrder()));
    }

    private double minutesAWeek(int lessonsADay, Comparator<Integer> order) {
        double minutes = 0;
        for (var ofDay : lessons.entrySet()) {
            long sum = ofDay.getValue().values().stream()
                    .flatMap(some -> some.stream()
                            .map(CoTeachingContext::minutes)
                            .sorted(order)
                            .limit(lessonsADay))
                    .mapToLong(Integer::longValue)
                    .sum();
            minutes += (double) sum / Objects.requireNonNull(teachingWeeks.get(ofDay.getKey()));
        }
        return minutes;
    }
}
