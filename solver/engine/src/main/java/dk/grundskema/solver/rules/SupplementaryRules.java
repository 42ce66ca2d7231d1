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
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.Entries;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
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
 * What is supplementary never stands alone: who gets something of it also gets something in class or in a small group. Of the first kind is
 * whatever a task, a meeting or a group gives; of the second a meeting, a group that is joined, or a co-taught lesson of the student's.
 */
final class SupplementaryRules {
    static final RuleType ALONE = RuleType.medium(
            "core.supplementary-alone", 100, "GUIDE, ch. 1-2: what is supplementary is never the only support");
    static final List<RuleType> TYPES = List.of(ALONE);

    /** More than all that is supplementary for one student comes to. */
    private static final long COMPANY = 1_000_000;

    private record Gets(StudentId student, InterventionId supplementary) {}

    private final Brief brief;
    private final Map<GroupId, Set<StudentId>> given = new HashMap<>();
    private final Map<LessonId, Set<StudentId>> ofLesson = new HashMap<>();
    private final Map<StudentId, Set<Gets>> keys = new HashMap<>();

    private SupplementaryRules(Brief brief) {
        this.brief = brief;
        brief.problem().groups().forEach(this::give);
        brief.groupings().forEach(grouping -> grouping.groups().forEach(this::give));
    }

    private void give(Group group) {
        var members = given.computeIfAbsent(group.id(), fresh -> new LinkedHashSet<>());
        group.members().stream().map(GroupMember::studentId).forEach(members::add);
    }

    static List<Rule> of(Brief brief) {
        return List.of(new SupplementaryRules(brief).supplementaryAlone());
    }

    /** A student who gets something of a supplementary intervention and nothing beside costs 1. */
    private Rule supplementaryAlone() {
        SumRule.Builder rule = sum(ALONE);
        Map<Gets, Long> tasks = tasks();
        tasks.forEach(rule::startingFrom);
        sessionsAndGroups();
        if (!keys.isEmpty()) {
            brief.problem().lessons().forEach(this::take);
            rule.overPlacements((session, time, host, entries) -> {
                        if (host == null && session.lesson() == null) {
                            add(session.intervention(), students(session), entries);
                        }
                    })
                    .overMemberships((membership, group, entries) -> add(
                            membership.grouping().intervention(),
                            Set.of(membership.student().id()),
                            entries))
                    .overSeats((seat, session, time, holder, entries) -> {
                        if (session.lesson() != null) {
                            add(session.intervention(), ofLesson.getOrDefault(session.lesson(), Set.of()), entries);
                        }
                    });
        }
        return rule.cost((key, total) -> total > 0 ? 1 : 0);
    }

    private Map<Gets, Long> tasks() {
        Map<Gets, Long> tasks = new LinkedHashMap<>();
        for (Task task : brief.tasks()) {
            if (isSupplementary(task.interventionId())) {
                for (StudentId student : task.studentIds()) {
                    tasks.merge(key(student, task.interventionId()), 1L, Long::sum);
                }
            }
        }
        return tasks;
    }

    private void sessionsAndGroups() {
        for (Session session : brief.sessions()) {
            if (isSupplementary(session.intervention())) {
                students(session).forEach(student -> key(student, session.intervention()));
            }
        }
        for (Grouping grouping : brief.groupings()) {
            if (isSupplementary(grouping.intervention())) {
                grouping.students().forEach(student -> key(student, grouping.intervention()));
            }
        }
    }

    private Gets key(StudentId student, InterventionId supplementary) {
        var key = new Gets(student, supplementary);
        keys.computeIfAbsent(student, fresh -> new LinkedHashSet<>()).add(key);
        return key;
    }

    private boolean isSupplementary(InterventionId intervention) {
        Offer offer = brief.offers().get(intervention);
        return offer != null && offer.category() == Category.SUPPLEMENTARY;
    }

    /** Who takes part in a session whatever groups are formed. */
    private Set<StudentId> students(Session session) {
        return of(session.groups(), session.students());
    }

    private Set<StudentId> of(Collection<GroupId> groups, Collection<StudentId> single) {
        Set<StudentId> all = new LinkedHashSet<>(single);
        groups.forEach(group -> all.addAll(given.getOrDefault(group, Set.of())));
        return all;
    }

    private void take(Lesson lesson) {
        ofLesson.put(lesson.id(), of(lesson.groupIds(), lesson.studentIds()));
    }

    private void add(InterventionId intervention, Set<StudentId> students, Entries entries) {
        @Nullable Offer offer = brief.offers().get(intervention);
        if (offer == null || !offer.isSupport()) {
            return;
        }
        for (StudentId student : students) {
            for (Gets key : keys.getOrDefault(student, Set.of())) {
                if (offer.isMain()) {
                    entries.add(key, -COMPANY);
                } else if (key.supplementary().equals(intervention)) {
                    entries.add(key, 1);
                }
            }
        }
    }
}
