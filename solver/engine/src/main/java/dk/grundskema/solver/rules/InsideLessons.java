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

/** When each student's own lessons are taught inside which something may be held, whichever day or week they begin in. */
final class InsideLessons {
    private record Taught(LessonId lesson, Interval time) {}

    private final Map<StudentId, List<Taught>> ofStudent = new HashMap<>();
    private final long longest;

    /** @param lessons the lessons that are asked for later */
    InsideLessons(Problem problem, Set<LessonId> lessons) {
        Map<GroupId, Group> groups = new HashMap<>();
        problem.groups().forEach(group -> groups.put(group.id(), group));
        for (Lesson lesson : problem.lessons()) {
            if (lessons.contains(lesson.id())) {
                for (IsoWeek week : lesson.time().weeks()) {
                    var taught = new Taught(
                            lesson.id(),
                            lesson.time().interval(week, problem.horizon().zone()));
                    students(lesson, week, groups)
                            .forEach(student -> ofStudent
                                    .computeIfAbsent(student, fresh -> new ArrayList<>())
                                    .add(taught));
                }
            }
        }
        ofStudent.values().forEach(some -> some.sort(Comparator.comparing(Taught::time)));
        this.longest = ofStudent.values().stream()
                .flatMap(List::stream)
                .mapToLong(taught -> taught.time().minutes())
                .max()
                .orElse(0);
    }

    private static Set<StudentId> students(Lesson lesson, IsoWeek week, Map<GroupId, Group> groups) {
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

    /** Minutes of a stretch of time that lie in some lessons of a student; what lies in two of them counts once. */
    long minutes(StudentId student, long start, long end, Set<LessonId> lessons) {
        List<Taught> own = ofStudent.getOrDefault(student, List.of());
        long minutes = 0;
        long seen = start;
        for (int i = firstFrom(own, start - longest); i < own.size(); i++) {
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

    /** Place of the first that doesn't start before a minute. */
    private static int firstFrom(List<Taught> own, long start) {
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
