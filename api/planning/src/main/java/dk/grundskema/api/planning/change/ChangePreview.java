package dk.grundskema.api.planning.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.solver.repair.ChangedPlan;
import dk.grundskema.solver.repair.PlanChanger.AbsentTeacher;
import dk.grundskema.solver.repair.PlanDifference.ChangedDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a change does to a plan in use, before anything is kept.
 *
 * @param problem        problem before the change
 * @param changed        problem after the change
 * @param now            the moment of the change
 * @param before         plan in use
 * @param after          plan after the change
 * @param absentTeachers lessons of the existing timetable without their teacher, in which others are
 */
public record ChangePreview(
        Problem problem,
        Problem changed,
        LocalDateTime now,
        ChangedPlan before,
        ChangedPlan after,
        List<AbsentTeacher> absentTeachers) {
    /** Copies the list. */
    public ChangePreview {
        absentTeachers = List.copyOf(absentTeachers);
    }

    /** Returns the staff members whose availability the change restricts; their own days change in any case. */
    public Set<StaffId> absentStaff() {
        return problem.staff().stream()
                .filter(one -> changed.staffMember(one.id())
                        .map(other -> !other.availability().equals(one.availability()))
                        .orElse(true))
                .map(one -> one.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the days of other staff on which a duty is new, gone or at another time. */
    public SortedSet<PersonDay> daysOfOthers() {
        Set<StaffId> absent = absentStaff();
        return after.difference().days().stream()
                .filter(one -> !absent.contains(one.staffId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the dates of meetings that are cancelled, or have fewer people than before. */
    public List<ChangedDate> uncovered() {
        return after.difference().dates().stream()
                .filter(ChangePreview::isUncovered)
                .toList();
    }

    private static boolean isUncovered(ChangedDate one) {
        return one.before() != null
                && (one.after() == null
                        || one.after().holders().size() < one.before().holders().size());
    }

    /** Returns the broken rules of a level that the plan did not break before. */
    public List<RuleViolation> newViolations(Level level) {
        var known = new ArrayList<>(before.violations());
        return after.violations().stream()
                .filter(one -> one.level() == level && !known.remove(one))
                .toList();
    }

    /** Returns the number of broken rules of a level. */
    public static long count(ChangedPlan plan, Level level) {
        return plan.violations().stream().filter(one -> one.level() == level).count();
    }
}
