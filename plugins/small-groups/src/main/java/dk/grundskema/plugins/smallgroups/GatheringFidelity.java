package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.List;
import java.util.function.Predicate;

/**
 * Adds the requirements of documents on gatherings of an intervention's staff.
 *
 * @param asks     receives the asks
 * @param origin   source of the requirements
 * @param finished the finished intervention
 * @param planned  the gatherings of the parameters, of all kinds
 */
record GatheringFidelity(
        FidelityReportBuilder asks, AskOrigin origin, FinishedIntervention finished, List<Gathering> planned) {
    /** Copies the list. */
    GatheringFidelity {
        planned = List.copyOf(planned);
    }

    /**
     * Asks for hours of a kind. The name of the ask is the kind's word, the argument of its sentence the hours. If the parameters have no gathering
     * of the kind and a staff member lacks the hours, the plan does not cover the ask.
     *
     * @param hours  required hours per staff member, 0 or more
     * @param who    the staff members
     * @param before whether a staff member had all hours before the plan
     */
    void hours(Gathering.Kind kind, int hours, List<StaffId> who, Predicate<StaffId> before) {
        boolean isPlanned = planned.stream().anyMatch(one -> one.kind() == kind);
        if (!isPlanned && !who.stream().allMatch(before)) {
            asks.notPlanned(kind.sessionKind(), origin, "hours", 0, hours);
        } else {
            asks.askOfEach(
                    kind.sessionKind(),
                    origin,
                    "hours",
                    who,
                    one -> one,
                    hours,
                    one -> before.test(one) ? hours : heldHours(kind, one),
                    hours);
        }
    }

    private long heldHours(Gathering.Kind kind, StaffId who) {
        return finished.meetings(kind.sessionKind()).stream()
                        .filter(one -> FinishedIntervention.staff(one).contains(who))
                        .mapToLong(FinishedIntervention::minutes)
                        .sum()
                / 60;
    }
}
