package dk.grundskema.api.planning.status;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place where a plan is broken, open, short or unplanned. {@link PlanStatus} counts them, the list of faults names them, and the timetable marks them.
 *
 * @param number    position in the list of the plan's faults, from 1
 * @param part      part of the status that counts it
 * @param violation the violated rule; for an open seat, the rule on missing adults with the meeting as its argument
 * @param seat      the open seat; {@code null} for any other fault
 */
public record PlanFault(
        int number,
        Part part,
        RuleViolation violation,
        @Nullable OpenSeat seat) {
    /** Rule that an open seat violates. */
    public static final String MISSING_ADULT = "core.missing-adult";

    private static final String UNPLACED_SESSION = "core.unplaced-session";
    private static final String WITHOUT_GROUP = "core.student-without-group";

    /**
     * Returns the faults of a plan: first the broken hard rules, then open seats, then the other broken medium rules. What the planner accepted is left out.
     *
     * @param problem   a problem that validates without an error
     * @param timetable a timetable that refers to nothing that the problem lacks
     */
    public static List<PlanFault> findAll(PlanningFacade planning, Problem problem, Timetable timetable) {
        return findAll(planning, problem, timetable, planning.checkTimetable(problem, timetable));
    }

    /**
     * Returns the faults of a plan that was checked, as {@link #findAll(PlanningFacade, Problem, Timetable)}.
     *
     * @param violations all that the check found
     */
    public static List<PlanFault> findAll(
            PlanningFacade planning, Problem problem, Timetable timetable, List<RuleViolation> violations) {
        Set<Place> accepted = AcceptanceReport.covered(problem, violations);
        List<OpenSeat> openSeats = OpenSeat.findAll(planning, problem, timetable);
        Set<SessionId> open = openSeats.stream().map(OpenSeat::sessionId).collect(Collectors.toSet());
        var faults = new ArrayList<PlanFault>();
        for (RuleViolation violation : violations) {
            if (violation.level() == Level.HARD) {
                faults.add(new PlanFault(faults.size() + 1, Part.CONFLICTS, violation, null));
            }
        }
        for (OpenSeat seat : openSeats) {
            var violation = new RuleViolation(MISSING_ADULT, Level.MEDIUM, 1, List.of(seat.sessionId()));
            if (!accepted.contains(Place.of(violation))) {
                faults.add(new PlanFault(faults.size() + 1, Part.OPEN_SEATS, violation, seat));
            }
        }
        for (RuleViolation violation : violations) {
            if (violation.level() == Level.MEDIUM
                    && !isOpenSeat(violation, open)
                    && !accepted.contains(Place.of(violation))) {
                faults.add(new PlanFault(faults.size() + 1, partOf(violation), violation, null));
            }
        }
        return List.copyOf(faults);
    }

    private static boolean isOpenSeat(RuleViolation violation, Set<SessionId> open) {
        return violation.rule().equals(MISSING_ADULT)
                && violation.arguments().stream().anyMatch(open::contains);
    }

    private static Part partOf(RuleViolation violation) {
        return switch (violation.rule()) {
            case UNPLACED_SESSION -> Part.UNPLANNED_SESSIONS;
            case WITHOUT_GROUP -> Part.STUDENTS_WITHOUT_GROUP;
            default -> Part.OTHER_SHORTFALLS;
        };
    }

    /** Returns the number of faults that a part of the status counts. */
    static long count(List<PlanFault> faults, Part part) {
        return faults.stream().filter(fault -> fault.part() == part).count();
    }

    /** Returns number and rule only: arguments may name people. */
    @Override
    public String toString() {
        return number + " " + violation.rule();
    }
}
