package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.GroupId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Student sets of FET: a class is a year, its parts and groups are groups of the year. FET never holds lessons of a year and of its groups at the
 * same time. A group whose students are taken out of lessons of their class, or are of several classes, is therefore a year of its own.
 */
final class FetStudentSets {
    private final WeeklyTimetable plan;
    private final Set<GroupId> standAlone = new HashSet<>();
    private final UniqueNames<Object> names = new UniqueNames<>();
    private final SortedMap<String, SortedSet<String>> years = new TreeMap<>();
    private final Map<WeeklyLesson, List<String>> sets = new LinkedHashMap<>();

    FetStudentSets(WeeklyTimetable plan) {
        this.plan = plan;
        plan.lessons().stream().filter(WeeklyLesson::pulledOut).forEach(this::addStandAloneGroups);
        plan.lessons().stream()
                .filter(lesson -> isOfSeveralClasses(lesson) || isDuringLessonOfClass(lesson))
                .forEach(this::addStandAloneGroups);
        plan.classes().forEach((id, name) -> years.put(names.name(id, name), new TreeSet<>()));
        plan.lessons()
                .forEach(lesson -> sets.put(
                        lesson,
                        lesson.learners().stream().map(this::addSet).distinct().toList()));
    }

    private void addStandAloneGroups(WeeklyLesson lesson) {
        lesson.learners().stream()
                .map(LearnerSet::group)
                .filter(group -> group != null)
                .forEach(standAlone::add);
    }

    private static boolean isOfSeveralClasses(WeeklyLesson lesson) {
        return lesson.learners().stream().map(LearnerSet::classId).distinct().count() > 1;
    }

    private boolean isDuringLessonOfClass(WeeklyLesson lesson) {
        return lesson.learners().stream()
                .filter(learners -> learners.group() != null)
                .anyMatch(learners -> plan.lessons().stream()
                        .anyMatch(other -> other.learners().contains(LearnerSet.wholeClass(learners.classId()))
                                && plan.areSimultaneous(lesson, other)));
    }

    private String addSet(LearnerSet learners) {
        String year = names.name(learners.classId(), plan.className(learners.classId()));
        if (learners.isWholeClass()) {
            return year;
        }
        GroupId group = learners.group();
        if (group != null && standAlone.contains(group)) {
            String name = names.name(group, plan.partName(learners));
            years.putIfAbsent(name, new TreeSet<>());
            return name;
        }
        String name = group == null
                ? names.name(learners, year + " " + plan.partName(learners))
                : names.name(group, plan.partName(learners));
        years.computeIfAbsent(year, any -> new TreeSet<>()).add(name);
        return name;
    }

    /** Returns the groups of each year. */
    SortedMap<String, SortedSet<String>> years() {
        return years;
    }

    /** Returns the sets of a lesson. */
    Collection<String> sets(WeeklyLesson lesson) {
        return sets.getOrDefault(lesson, List.of());
    }
}
