package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.timetable.Lesson;
import java.util.TreeSet;

/** Computes how many minutes of a class could have a co-teacher. */
final class EligibleMinutes {
    private EligibleMinutes() {}

    /** Returns the minutes of a full week in which a class could have a co-teacher, over all weeks of the intervention. */
    static long inFullWeek(CoTeachingContext context, ClassNeed need) {
        var all = new TreeSet<>(context.schoolWeeks().teachingWeeks());
        PatternSpan whole = PatternSpan.wholeIntervention(context.parameters(), context.problem());
        all.removeIf(week -> !whole.contains(week));
        long minutes = 0;
        for (Lesson lesson : context.eligible(need)) {
            var held = context.weeks(lesson, all);
            minutes += held.isEmpty() ? 0 : context.minutesAWeek(lesson, held, all);
        }
        return minutes;
    }
}
