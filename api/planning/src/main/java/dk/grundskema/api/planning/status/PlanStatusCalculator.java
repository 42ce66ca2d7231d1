package dk.grundskema.api.planning.status;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calculates the status of plans from problem and timetable: faults by the independent checker, requirements by the fidelity report, wishes by an
 * evaluation from scratch. It does not read the score and the rules that the timetable states.
 */
public final class PlanStatusCalculator {
    private static final String MISSING_ADULT = "core.missing-adult";
    private static final String UNPLACED_SESSION = "core.unplaced-session";
    private static final String WITHOUT_GROUP = "core.student-without-group";

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
        return count(
                timetable,
                planning.checkTimetable(problem, timetable),
                fidelity,
                planning.evaluateWishes(problem, timetable));
    }

    /**
     * Returns the status of a timetable that was checked, assessed and evaluated, without other plans and absences.
     *
     * @param faults   violations of hard and medium rules that the independent checker found
     * @param fidelity how far it meets the requirements
     * @param wishes   costs of the soft rules, evaluated from scratch
     */
    public static PlanStatus count(
            Timetable timetable, List<RuleViolation> faults, PlanFidelity fidelity, List<RuleResult> wishes) {
        List<OpenSeat> openSeats = OpenSeat.findAll(timetable);
        Set<SessionId> open = openSeats.stream().map(OpenSeat::sessionId).collect(Collectors.toSet());
        long unplanned = countOf(faults, UNPLACED_SESSION);
        long withoutGroup = countOf(faults, WITHOUT_GROUP);
        long otherShortfalls = faults.stream()
                .filter(fault -> fault.level() == Level.MEDIUM)
                .filter(fault ->
                        !fault.rule().equals(UNPLACED_SESSION) && !fault.rule().equals(WITHOUT_GROUP))
                .filter(fault -> !isOpenSeat(fault, open))
                .count();
        return new PlanStatus(
                faults.stream().filter(fault -> fault.level() == Level.HARD).count(),
                openSeats.size(),
                otherShortfalls,
                fidelity.count(Ask.Status.SHORT),
                wishes.stream()
                        .filter(rule -> rule.weight() > 0)
                        .mapToLong(RuleResult::count)
                        .sum(),
                wishes.stream()
                        .mapToLong(rule -> rule.weight() * rule.penalty())
                        .sum(),
                unplanned,
                withoutGroup,
                0,
                0,
                null);
    }

    /** Returns whether a violation is counted as open seats. A seat that the meeting lacks altogether is not. */
    private static boolean isOpenSeat(RuleViolation fault, Set<SessionId> open) {
        return fault.rule().equals(MISSING_ADULT) && fault.arguments().stream().anyMatch(open::contains);
    }

    private static long countOf(List<RuleViolation> faults, String rule) {
        return faults.stream().filter(fault -> fault.rule().equals(rule)).count();
    }
}
