package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan in use from which staff are absent.
 *
 * @param request the change
 * @param changer what plans it
 * @param absences the absences
 */
public record AbsenceTrial(ChangeRequest request, PlanChanger changer, List<Absence> absences) {
    /** Returns the change of a plan by absences. */
    public static AbsenceTrial of(
            PluginRegistry plugins, Problem problem, Timetable timetable, LocalDateTime now, Absence... absences) {
        Problem changed = new AbsenceChange(timetable, List.of(absences), now).apply(problem);
        var request = new ChangeRequest(problem, changed, timetable, now);
        return new AbsenceTrial(request, new PlanChanger(plugins, request, "hash"), List.of(absences));
    }

    /**
     * The least change.
     *
     * @param plan       the changed plan
     * @param personDays days of people that change, without the days of the absences
     * @param isMended   whether no rule is broken that was kept before
     */
    public record Repair(ChangedPlan plan, SortedSet<PersonDay> personDays, boolean isMended) {
        /** Returns the changed timetable. */
        public Timetable timetable() {
            return plan.timetable();
        }

        /** Returns whether it is proved that no plan changes fewer days. */
        public boolean isLeast() {
            return plan.isLeast();
        }
    }

    /** Returns the changed problem. */
    public Problem problem() {
        return request.after();
    }

    /** Returns the vacant seats, in order of time. */
    public List<VacantSeat> vacantSeats() {
        return changer.seatCandidates().stream().map(SeatCandidates::seat).toList();
    }

    /** Returns the least change that one search finds. */
    public Repair repair(SolveLimits limits) {
        try {
            ChangedPlan plan = changer.findLeastChange(limits, 1);
            var days = new TreeSet<>(plan.difference().days());
            days.removeIf(day -> absences.stream()
                    .anyMatch(one -> one.staffId().equals(day.staffId())
                            && !day.date().isBefore(one.from().toLocalDate())
                            && !day.date().isAfter(one.lastDay())));
            var violations = new ArrayList<RuleViolation>(plan.violations());
            changer.unchangedPlan().violations().forEach(violations::remove);
            return new Repair(plan, days, violations.isEmpty());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
