package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The times of each student's own lessons during which a session may be held inside the lesson. */
final class InLessonTimeIndex {
    private record LessonOccurrence(LessonId lesson, Interval time) {}

    private final Map<StudentId, List<LessonOccurrence>> ofStudent = new HashMap<>();
    private final long longest;

    /** @param lessons the lessons that later queries may ask about */
    InLessonTimeIndex(Problem problem, Set<LessonId> lessons) {
        Map<GroupId, Group> groups = new HashMap<>();
        problem.groups().forEach(group -> groups.put(group.id(), group));
        for (Lesson lesson : problem.lessons()) {
            if (lessons.contains(lesson.id())) {
                for (IsoWeek week : lesson.time().weeks()) {
                    var taught = new LessonOccurrence(
                            lesson.id(),
                            lesson.time().interval(week, problem.horizon().zone()));
                    studentsOf(lesson, week, groups)
                            .forEach(student -> ofStudent
                                    .computeIfAbsent(student, fresh -> new ArrayList<>())
                                    .add(taught));
                }
            }
        }
        ofStudent.values().forEach(some -> some.sort(Comparator.comparing(LessonOccurrence::time)));
        this.longest = ofStudent.values().stream()
                .flatMap(List::stream)
                .mapToLong(taught -> taught.time().minutes())
                .max()
                .orElse(0);
    }

    private static Set<StudentId> studentsOf(Lesson lesson, IsoWeek week, Map<GroupId, Group> groups) {
        var students = new HashSet<>(lesson.studentIds());
        for (GroupId id : lesson.groupIds()) {
            Group group = groups.get(id);
            for (GroupMember member : group == null ? List.<GroupMember>of() : group.members()) {
                if (member.weeks().isEmpty() || member.weeks().contains(week)) {
                    students.add(member.studentId());
                }
            }
        }
        return students;
    }

    /** Returns the minutes of a period that lie in some lessons of a student; overlapping lessons count once. */
    long minutesInside(StudentId student, long start, long end, Set<LessonId> lessons) {
        List<LessonOccurrence> own = ofStudent.getOrDefault(student, List.of());
        long minutes = 0;
        long seen = start;
        for (int i = indexOfFirstFrom(own, start - longest); i < own.size(); i++) {
            Interval time = own.get(i).time();
            if (time.start() >= end) {
                break;
            }
            if (lessons.contains(own.get(i).lesson())) {
                long until = Math.min(end, time.end());
                minutes += Math.max(0, until - Math.max(seen, time.start()));
                seen = Math.max(seen, until);
            }
        }
        return minutes;
    }

    /** Returns the index of the first lesson that starts at or after a minute. */
    private static int indexOfFirstFrom(List<LessonOccurrence> own, long start) {
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (own.get(middle).time().start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
