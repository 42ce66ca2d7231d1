package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.function.Predicate;

/**
 * What documents ask of gatherings of those who carry an intervention.
 *
 * @param asks     takes what is asked
 * @param origin   who asks for it
 * @param finished the intervention as it came out
 * @param planned  the gatherings of the parameters, of all kinds
 */
public record GatheringAsks(Asks asks, Origin origin, Finished finished, List<Gathering> planned) {
    /** Copies the list. */
    public GatheringAsks {
        planned = List.copyOf(planned);
    }

    /**
     * Asks for hours of a kind, with its word as the name of the ask, and the hours as what its sentence mentions. Where none are in the parameters
     * and somebody lacks them, it is nothing that the plan sees to.
     *
     * @param hours  how many of each, 0 or more
     * @param who    of whom
     * @param before who has had all of them before what is planned
     */
    public void hours(Gathering.Kind kind, int hours, List<StaffId> who, Predicate<StaffId> before) {
        boolean isPlanned = planned.stream().anyMatch(one -> one.kind() == kind);
        if (!isPlanned && !who.stream().allMatch(before)) {
            asks.notPlanned(kind.word(), origin, "hours", 0, hours);
        } else {
            asks.each(
                    kind.word(),
                    origin,
                    "hours",
                    who,
                    one -> one,
                    hours,
                    one -> before.test(one) ? hours : held(kind, one),
                    hours);
        }
    }

    private long held(Gathering.Kind kind, StaffId who) {
        return finished.meetings(kind.word()).stream()
                        .filter(one -> Finished.staff(one).contains(who))
                        .mapToLong(Finished::minutes)
                        .sum()
                / 60;
    }
}
