package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.GroupId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Numbers the parts of classes that have several lessons at once: a half class, a course of a band. Each of the simultaneous lessons gets
 * another part, so that no program sees a class in two places.
 */
final class ClassDivider {
    private final List<GridPeriod> periods;
    private final Map<GroupId, List<WeeklyLesson>> lessonsByClass = new HashMap<>();
    private final Map<WeeklyLesson, Map<GroupId, Integer>> parts = new HashMap<>();

    private ClassDivider(List<WeeklyLesson> lessons, List<GridPeriod> periods) {
        this.periods = periods;
        for (WeeklyLesson lesson : lessons) {
            lesson.learners().stream()
                    .filter(LearnerSet::isWithoutGroup)
                    .map(LearnerSet::classId)
                    .distinct()
                    .forEach(id -> lessonsByClass
                            .computeIfAbsent(id, any -> new ArrayList<>())
                            .add(lesson));
        }
    }

    /** Returns the lessons with numbered parts of classes, in the same order. */
    static List<WeeklyLesson> divide(List<WeeklyLesson> lessons, List<GridPeriod> periods) {
        var divider = new ClassDivider(lessons, periods);
        divider.lessonsByClass.forEach(divider::numberParts);
        return lessons.stream().map(divider::withParts).toList();
    }

    private void numberParts(GroupId of, List<WeeklyLesson> lessons) {
        for (WeeklyLesson lesson : lessons) {
            SortedSet<Integer> taken = new TreeSet<>();
            boolean isAlone = true;
            for (WeeklyLesson other : lessons) {
                if (!other.equals(lesson) && WeeklyTimetable.areSimultaneous(periods, lesson, other)) {
                    isAlone = false;
                    taken.add(parts.getOrDefault(other, Map.of()).getOrDefault(of, 0));
                }
            }
            boolean isPart =
                    lesson.learners().stream().anyMatch(each -> each.classId().equals(of) && each.part() > 0);
            if (!isAlone || isPart) {
                int number = 1;
                while (taken.contains(number)) {
                    number++;
                }
                parts.computeIfAbsent(lesson, any -> new HashMap<>()).put(of, number);
            }
        }
    }

    private WeeklyLesson withParts(WeeklyLesson lesson) {
        var numbers = parts.getOrDefault(lesson, Map.of());
        return lesson.withLearners(lesson.learners().stream()
                .map(each -> each.isWithoutGroup()
                        ? new LearnerSet(each.classId(), null, numbers.getOrDefault(each.classId(), 0))
                        : each)
                .toList());
    }
}
