package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import dk.grundskema.solver.spi.RequiredSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Derives how many lessons with a co-teacher each class must get: a minimum in a full week, or all lessons with two adults always. */
final class RequiredCoTeaching {
    private RequiredCoTeaching() {}

    /** Returns the requirement of each class; where periods ask for different minimums, that of the last of them. */
    static List<RequiredSupport> of(Intervention<CoTeachingParameters> intervention, FinishedCoTeaching finished) {
        CoTeachingParameters parameters = intervention.parameters();
        var required = new ArrayList<RequiredSupport>();
        for (ClassNeed need : parameters.classes()) {
            List<FinishedPattern> patterns = finished.patterns().stream()
                    .filter(one -> one.need().equals(need))
                    .toList();
            if (patterns.isEmpty()) {
                continue;
            }
            var weeks = new TreeSet<IsoWeek>();
            patterns.forEach(one -> weeks.addAll(one.weeks()));
            boolean isWeekly = need.scheme() != CoTeachingType.TWO_ALWAYS;
            required.add(new RequiredSupport(
                    "lesson",
                    Set.of(need.groupId()),
                    Set.of(),
                    "co-teacher",
                    parameters.lessonMinutes(),
                    weeks,
                    isWeekly ? patterns.getLast().askedLessons() : countLessons(patterns, parameters.lessonMinutes()),
                    isWeekly));
        }
        return required;
    }

    private static double countLessons(List<FinishedPattern> patterns, int minutes) {
        return patterns.stream()
                .flatMap(one -> one.lessons().stream())
                .mapToDouble(held -> minutesOf(held) / minutes)
                .sum();
    }

    private static double minutesOf(HeldLesson held) {
        return (double) held.length() * held.meeting().weeks().size();
    }
}
