package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.timetable.Lesson;
import java.util.TreeSet;

/** Computes how many minutes of a class could have a co-teacher. */
final class EligibleMinutes {
    private EligibleMinutes() {}

    /** Returns the minutes of a full week in which a class could have a co-teacher, over all weeks of the intervention. */
    static long inFullWeek(CoTeachingContext frame, ClassNeed need) {
        var all = new TreeSet<>(frame.schoolWeeks().teachingWeeks());
        PatternSpan whole = PatternSpan.wholeIntervention(frame.parameters(), frame.problem());
        all.removeIf(week -> !whole.contains(week));
        long minutes = 0;
        for (Lesson lesson : frame.eligible(need)) {
            var held = frame.weeks(lesson, all);
            minutes += held.isEmpty() ? 0 : frame.minutesAWeek(lesson, held, all);
        }
        return minutes;
    }
}
