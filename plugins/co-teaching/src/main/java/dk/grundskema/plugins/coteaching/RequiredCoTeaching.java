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

    /** Returns the requirements of each class; where periods ask for different minimums, one for each stretch of periods with the same. */
    static List<RequiredSupport> of(Intervention<CoTeachingParameters> intervention, FinishedCoTeaching finished) {
        int minutes = intervention.parameters().lessonMinutes();
        var required = new ArrayList<RequiredSupport>();
        for (ClassNeed need : intervention.parameters().classes()) {
            List<FinishedPattern> patterns = finished.patterns().stream()
                    .filter(one -> one.need().equals(need))
                    .toList();
            if (patterns.isEmpty()) {
                continue;
            }
            if (need.scheme() == CoTeachingType.TWO_ALWAYS) {
                required.add(required(need, patterns, minutes, countLessons(patterns, minutes)));
                continue;
            }
            int first = 0;
            for (int next = 1; next <= patterns.size(); next++) {
                double asked = patterns.get(first).askedLessons();
                if (next == patterns.size() || patterns.get(next).askedLessons() != asked) {
                    required.add(required(need, patterns.subList(first, next), minutes, asked));
                    first = next;
                }
            }
        }
        return required;
    }

    private static RequiredSupport required(
            ClassNeed need, List<FinishedPattern> patterns, int lessonMinutes, double amount) {
        var weeks = new TreeSet<IsoWeek>();
        patterns.forEach(one -> weeks.addAll(one.weeks()));
        return new RequiredSupport(
                "lesson",
                Set.of(need.groupId()),
                Set.of(),
                "co-teacher",
                lessonMinutes,
                weeks,
                amount,
                need.scheme() != CoTeachingType.TWO_ALWAYS);
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
