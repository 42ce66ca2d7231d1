package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.AmountCollector;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rule that supplementary support is never the only support: a student who gets some also gets support in class or in a
 * small group. Supplementary support comes from a task, a meeting or a group; the other kind comes from a meeting, a
 * joined group, or a co-taught lesson.
 */
final class SupplementaryRules {

    /** Exceeds the sum of all supplementary support of one student. */
    private static final long GROUP_WEIGHT = 1_000_000;

    private record SupplementaryKey(StudentId student, InterventionId supplementary) {}

    private final CoreRuleContext context;
    private final Map<GroupId, Set<StudentId>> given = new HashMap<>();

    /** Students by the class that they name; the class need not list them. */
    private final Map<GroupId, Set<StudentId>> classmates = new HashMap<>();

    private final Map<LessonId, Set<StudentId>> ofLesson = new HashMap<>();
    private final Map<StudentId, Set<SupplementaryKey>> keys = new HashMap<>();

    private SupplementaryRules(CoreRuleContext context) {
        this.context = context;
        context.problem().groups().forEach(this::indexGroup);
        context.groupings().forEach(grouping -> grouping.groups().forEach(this::indexGroup));
        for (Student student : context.problem().students()) {
            if (student.classGroup() != null) {
                classmates
                        .computeIfAbsent(student.classGroup(), fresh -> new LinkedHashSet<>())
                        .add(student.id());
            }
        }
    }

    private void indexGroup(Group group) {
        var members = given.computeIfAbsent(group.id(), fresh -> new LinkedHashSet<>());
        group.members().stream().map(GroupMember::studentId).forEach(members::add);
    }

    static List<Rule> studentsIn(CoreRuleContext context) {
        return List.of(new SupplementaryRules(context).supplementaryAlone());
    }

    /** Charges 1 for a student with a supplementary intervention and no main support. */
    private Rule supplementaryAlone() {
        SumRule.Builder rule = sum(CoreRules.SUPPLEMENTARY_ALONE);
        Map<SupplementaryKey, Long> tasks = countTasks();
        tasks.forEach(rule::initialTotal);
        indexSessionsAndGroups();
        if (!keys.isEmpty()) {
            context.problem().lessons().forEach(this::indexLesson);
            rule.overPlacements((session, time, host, entries) -> {
                        if (host == null && session.lesson() == null) {
                            addEntries(session.intervention(), studentsOf(session), entries);
                        }
                    })
                    .overMemberships((membership, group, entries) -> addEntries(
                            membership.grouping().intervention(),
                            Set.of(membership.student().id()),
                            entries))
                    .overSeats((seat, session, time, holder, entries) -> {
                        if (session.lesson() != null) {
                            addEntries(
                                    session.intervention(), ofLesson.getOrDefault(session.lesson(), Set.of()), entries);
                        }
                    });
        }
        return rule.cost((key, total) -> total > 0 ? 1 : 0);
    }

    private Map<SupplementaryKey, Long> countTasks() {
        Map<SupplementaryKey, Long> tasks = new LinkedHashMap<>();
        for (Task task : context.tasks()) {
            if (isSupplementary(task.interventionId())) {
                for (StudentId student : task.studentIds()) {
                    tasks.merge(registerKey(student, task.interventionId()), 1L, Long::sum);
                }
            }
        }
        return tasks;
    }

    private void indexSessionsAndGroups() {
        for (Session session : context.sessions()) {
            if (isSupplementary(session.intervention())) {
                studentsOf(session).forEach(student -> registerKey(student, session.intervention()));
            }
        }
        for (Grouping grouping : context.groupings()) {
            if (isSupplementary(grouping.intervention())) {
                grouping.students().forEach(student -> registerKey(student, grouping.intervention()));
            }
        }
    }

    private SupplementaryKey registerKey(StudentId student, InterventionId supplementary) {
        var key = new SupplementaryKey(student, supplementary);
        keys.computeIfAbsent(student, fresh -> new LinkedHashSet<>()).add(key);
        return key;
    }

    private boolean isSupplementary(InterventionId intervention) {
        SupportOffer offer = context.offers().get(intervention);
        return offer != null && offer.category() == Category.SUPPLEMENTARY;
    }

    /** Returns the students of a session regardless of formed groups. */
    private Set<StudentId> studentsOf(Session session) {
        return studentsIn(session.groups(), session.students());
    }

    private Set<StudentId> studentsIn(Collection<GroupId> groups, Collection<StudentId> single) {
        Set<StudentId> all = new LinkedHashSet<>(single);
        groups.forEach(group -> all.addAll(given.getOrDefault(group, Set.of())));
        return all;
    }

    private void indexLesson(Lesson lesson) {
        Set<StudentId> students = studentsIn(lesson.groupIds(), lesson.studentIds());
        lesson.groupIds().forEach(group -> students.addAll(classmates.getOrDefault(group, Set.of())));
        ofLesson.put(lesson.id(), students);
    }

    private void addEntries(InterventionId intervention, Set<StudentId> students, AmountCollector entries) {
        @Nullable SupportOffer offer = context.offers().get(intervention);
        if (offer == null || !offer.isSupport()) {
            return;
        }
        for (StudentId student : students) {
            for (SupplementaryKey key : keys.getOrDefault(student, Set.of())) {
                if (offer.isMain()) {
                    entries.add(key, -GROUP_WEIGHT);
                } else if (key.supplementary().equals(intervention)) {
                    entries.add(key, 1);
                }
            }
        }
    }
}
