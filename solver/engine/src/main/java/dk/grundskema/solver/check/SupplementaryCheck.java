package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Lesson;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Checks that no student receives supplementary support without support in class or in a small group. */
final class SupplementaryCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        SupportCategories support = plan.support();
        Map<InterventionId, Set<StudentId>> supplementary = new LinkedHashMap<>();
        Set<StudentId> accompanied = new HashSet<>();
        participants(plan).forEach((intervention, students) -> {
            if (support.isMain(intervention)) {
                accompanied.addAll(students);
            }
            if (support.isSupplementary(intervention)) {
                add(supplementary, intervention, students);
            }
        });
        for (Task task : plan.tasks()) { // tasks count only as supplementary support
            if (support.isSupplementary(task.interventionId())) {
                add(supplementary, task.interventionId(), task.studentIds());
            }
        }
        supplementary.forEach((intervention, students) -> students.forEach(student -> faults.medium(
                "core.supplementary-alone", accompanied.contains(student) ? 0 : 1, student, intervention)));
    }

    /** Returns the participants in meetings and formed groups of each intervention. */
    private static Map<InterventionId, Set<StudentId>> participants(CheckedPlan plan) {
        Map<InterventionId, Set<StudentId>> all = new LinkedHashMap<>();
        plan.held().forEach(held -> add(all, held.meeting().interventionId(), students(plan, held)));
        for (Grouping grouping : plan.demanded().groupings()) {
            for (Group group : grouping.groups()) {
                Set<StudentId> joined = new LinkedHashSet<>(plan.attendance().members(group.id()));
                joined.retainAll(grouping.students());
                add(all, grouping.intervention(), joined);
            }
        }
        return all;
    }

    /** Returns the participants of a meeting; for a lesson that staff members may join, none unless one does. */
    private static Set<StudentId> students(CheckedPlan plan, CheckedMeeting held) {
        Lesson lesson = held.lesson();
        if (lesson == null) {
            return plan.attendance()
                    .students(held.meeting().groupIds(), held.meeting().studentIds());
        }
        if (held.holders().isEmpty()) {
            return Set.of();
        }
        Set<StudentId> students = plan.attendance().students(lesson.groupIds(), lesson.studentIds());
        plan.problem().students().stream()
                .filter(one -> one.classGroup() != null && lesson.groupIds().contains(one.classGroup()))
                .forEach(one -> students.add(one.id()));
        return students;
    }

    private static void add(
            Map<InterventionId, Set<StudentId>> all, InterventionId intervention, Iterable<StudentId> students) {
        Set<StudentId> some = all.computeIfAbsent(intervention, any -> new LinkedHashSet<>());
        students.forEach(some::add);
    }
}
