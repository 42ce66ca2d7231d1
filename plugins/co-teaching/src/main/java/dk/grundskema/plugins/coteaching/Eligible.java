package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.timetable.Lesson;
import java.util.TreeSet;

/** How much of a class could have a co-teacher at all. */
final class Eligible {
    private Eligible() {}

    /** Minutes of a full week in which a class could have a co-teacher, over all weeks of the intervention. */
    static long fullWeek(CoTeachingFrame frame, ClassNeed need) {
        var all = new TreeSet<>(frame.schoolWeeks().all());
        Span whole = Span.whole(frame.parameters(), frame.problem());
        all.removeIf(week -> !whole.contains(week));
        long minutes = 0;
        for (Lesson lesson : frame.eligible(need)) {
            var held = frame.weeks(lesson, all);
            minutes += held.isEmpty() ? 0 : frame.minutesAWeek(lesson, held, all);
        }
        return minutes;
    }
}
