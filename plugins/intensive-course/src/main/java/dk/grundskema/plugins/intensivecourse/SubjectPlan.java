package dk.grundskema.plugins.intensivecourse;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which subjects a base group has, day by day: each subject gets its share, a day has it in one stretch, and each group begins the day with another
 * subject, so that one teacher can go from group to group.
 */
final class SubjectPlan {
    private final List<CourseSubject> order;
    private final Map<CourseSubject, Integer> given = new HashMap<>();

    /** @param group the group's place, from 0 */
    SubjectPlan(List<CourseSubject> subjects, int group) {
        order = new ArrayList<>(subjects);
        Collections.rotate(order, -group);
    }

    /** The subjects of the next day's lessons, in order. */
    List<CourseSubject> day(int lessons) {
        var day = new ArrayList<CourseSubject>();
        while (day.size() < lessons) {
            var next = Collections.min(order, comparingDouble(one -> (given.getOrDefault(one, 0) + 1.0) / one.share()));
            given.merge(next, 1, Integer::sum);
            day.add(next);
        }
        day.sort(comparingInt(order::indexOf));
        return day;
    }
}
