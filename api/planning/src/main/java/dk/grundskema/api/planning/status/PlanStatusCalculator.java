package dk.grundskema.api.planning.status;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;

/**
 * Calculates the status of plans from problem and timetable: faults by the independent checker, requirements by the fidelity report, wishes by an
 * evaluation from scratch. It does not read the score and the rules that the timetable states.
 */
public final class PlanStatusCalculator {
    private final PlanningFacade planning;

    public PlanStatusCalculator(PlanningFacade planning) {
        this.planning = planning;
    }

    /**
     * Returns the status, without other plans and absences.
     *
     * @param problem   a problem that validates without an error
     * @param timetable a timetable that refers to nothing that the problem lacks
     */
    public PlanStatus calculate(Problem problem, Timetable timetable) {
        return calculate(problem, timetable, planning.assessFidelity(problem, timetable));
    }

    /** Returns the status for callers that have assessed the timetable. */
    public PlanStatus calculate(Problem problem, Timetable timetable, PlanFidelity fidelity) {
        List<RuleViolation> violations = planning.checkTimetable(problem, timetable);
        return calculate(
                problem,
                timetable,
                PlanFault.findAll(planning, problem, timetable, violations),
                fidelity,
                AcceptanceReport.of(problem, violations, fidelity));
    }

    /** Returns the status for callers that have listed the faults and assessed the timetable. */
    public PlanStatus calculate(
            Problem problem,
            Timetable timetable,
            List<PlanFault> faults,
            PlanFidelity fidelity,
            AcceptanceReport acceptances) {
        return count(faults, fidelity, planning.evaluateWishes(problem, timetable), acceptances);
    }

    /**
     * Returns the status of a timetable that was checked, assessed and evaluated, without other plans and absences.
     *
     * @param faults   its faults, as {@link PlanFault#findAll}
     * @param fidelity how far it meets the requirements
     * @param wishes   costs of the soft rules, evaluated from scratch
     * @param acceptances what became of what the planner accepted
     */
    public static PlanStatus count(
            List<PlanFault> faults, PlanFidelity fidelity, List<RuleResult> wishes, AcceptanceReport acceptances) {
        return new PlanStatus(
                PlanFault.count(faults, Part.CONFLICTS),
                PlanFault.count(faults, Part.OPEN_SEATS),
                PlanFault.count(faults, Part.OTHER_SHORTFALLS),
                fidelity.count(Ask.Status.SHORT),
                wishes.stream()
                        .filter(rule -> rule.weight() > 0)
                        .mapToLong(RuleResult::count)
                        .sum(),
                wishes.stream()
                        .mapToLong(rule -> rule.weight() * rule.penalty())
                        .sum(),
                PlanFault.count(faults, Part.UNPLANNED_SESSIONS),
                PlanFault.count(faults, Part.STUDENTS_WITHOUT_GROUP),
                0,
                0,
                acceptances.countInForce());
    }
}
