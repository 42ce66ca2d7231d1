package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Collects the weeks of classes: support for whole classes, and the totals of their students' weeks. */
final class ClassWeekCollector {
    private static final class Page {
        final Map<String, SupportTotal> whole = new HashMap<>();
        final List<StudentWeek> students = new ArrayList<>();
    }

    private final Problem problem;
    private final OrdinaryLessons ordinary;
    private final List<String> types;
    private final Set<GroupId> classes = new HashSet<>();
    private final Map<GroupId, Map<IsoWeek, Page>> pages = new HashMap<>();

    /** @param types ids of intervention types in the order in which they are listed */
    ClassWeekCollector(Problem problem, OrdinaryLessons ordinary, List<String> types) {
        this.problem = problem;
        this.ordinary = ordinary;
        this.types = types;
        problem.groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .forEach(group -> classes.add(group.id()));
    }

    /** Adds support for a group as a whole; ignores groups that are not classes. */
    void addWholeClass(GroupId group, IsoWeek week, SupportTotal support) {
        if (classes.contains(group)) {
            page(group, week).whole.merge(support.type(), support, SupportTotal::plus);
        }
    }

    private Page page(GroupId group, IsoWeek week) {
        return pages.computeIfAbsent(group, any -> new TreeMap<>()).computeIfAbsent(week, any -> new Page());
    }

    /** Returns the weeks of all classes that receive support, or whose students do. */
    List<ClassWeek> classWeeks(List<StudentWeek> students) {
        Map<StudentId, GroupId> home = new HashMap<>();
        for (Student student : problem.students()) {
            if (student.classGroup() != null) {
                home.put(student.id(), student.classGroup());
            }
        }
        for (StudentWeek line : students) {
            GroupId group = home.get(line.student());
            if (group != null) {
                page(group, line.week()).students.add(line);
            }
        }
        var lines = new ArrayList<ClassWeek>();
        for (Group group : problem.groups()) {
            pages.getOrDefault(group.id(), Map.of()).forEach((week, page) -> lines.add(line(group.id(), week, page)));
        }
        return lines;
    }

    private ClassWeek line(GroupId group, IsoWeek week, Page page) {
        Map<String, SupportTotal> support = new HashMap<>();
        int supported = 0;
        int missed = 0;
        for (StudentWeek student : page.students) {
            supported += student.support().isEmpty() ? 0 : 1;
            missed += (int)
                    student.touched().stream().filter(AffectedLesson::isMissed).count();
            student.support().forEach(one -> support.merge(one.type(), one, SupportTotal::plus));
        }
        int lessons = 0;
        for (DayOfWeek weekday : DayOfWeek.values()) {
            lessons += ordinary.lessons(group, week.date(weekday)).size();
        }
        return new ClassWeek(group, week, lessons, inOrder(page.whole), supported, missed, inOrder(support));
    }

    private List<SupportTotal> inOrder(Map<String, SupportTotal> support) {
        return types.stream().map(support::get).filter(Objects::nonNull).toList();
    }
}
