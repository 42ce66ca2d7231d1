package dk.grundskema.solver.edit;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What soft rules say about a meeting, evaluated with the rest of the plan unchanged.
 *
 * @param unmet     wishes that are not met and name the meeting, the most expensive first
 * @param seatCosts weighted cost of all wishes compared with the current plan, below 0 if they are met better: by position of the seat in the meeting,
 *     from 0, and by candidate; only candidates who would break no hard rule
 */
public record MeetingWishes(List<UnmetWish> unmet, Map<Integer, Map<StaffId, Long>> seatCosts) {
    /** Copies the collections. */
    public MeetingWishes {
        unmet = List.copyOf(unmet);
        seatCosts = Map.copyOf(seatCosts);
    }

    /**
     * A wish that is not met.
     *
     * @param wish the wish, with the amount before the weight
     * @param cost its weighted cost, more than 0
     */
    public record UnmetWish(RuleViolation wish, long cost) {}

    /** Returns the cost of a candidate in a seat; empty if it is not known. */
    public Optional<Long> cost(int position, StaffId person) {
        return Optional.ofNullable(seatCosts.getOrDefault(position, Map.of()).get(person));
    }
}
