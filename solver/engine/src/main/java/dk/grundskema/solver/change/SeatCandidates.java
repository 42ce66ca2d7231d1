package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * The candidates for a vacant seat, with the rest of the plan unchanged.
 *
 * @param seat the seat
 * @param candidates possible holders, the best first: fewest new shortfalls, then lowest soft cost
 * @param unable staff who cannot take it, in the order of the problem's staff
 */
public record SeatCandidates(VacantSeat seat, List<SeatCandidate> candidates, List<RejectedCandidate> unable) {
    /** Copies the lists. */
    public SeatCandidates {
        candidates = List.copyOf(candidates);
        unable = List.copyOf(unable);
    }

    /**
     * A possible holder and the added cost: of medium rules compared with the absent holder in the seat, of soft rules
     * compared with the empty seat.
     *
     * @param staffId the staff member
     * @param shortfalls new violations of medium rules
     * @param medium weighted cost of these violations, 0 or more
     * @param soft weighted soft cost; below 0 if the plan improves
     * @param differences cost difference of each rule, including soft rules, the most expensive first; without rules
     * that are unaffected
     */
    public record SeatCandidate(
            StaffId staffId, List<RuleViolation> shortfalls, long medium, long soft, List<RuleDifference> differences) {
        /** Copies the lists. */
        public SeatCandidate {
            shortfalls = List.copyOf(shortfalls);
            differences = List.copyOf(differences);
        }
    }

    /**
     * The cost difference of one rule caused by a change.
     *
     * @param rule   id of the rule
     * @param level  level of the rule
     * @param amount units of penalty more than before; below 0 means less
     * @param cost   the same with the rule's weight
     */
    public record RuleDifference(String rule, Level level, long amount, long cost) {}

    /** Why a staff member cannot take a seat. */
    public enum SeatObstacle {
        /** Is not a candidate of the intervention for it. */
        NOT_ASKED,
        /** Is absent, or teaches an ordinary lesson at that time. */
        AWAY,
        /** The planner locked the seat, or its session has begun. */
        SEAT_IS_FIXED,
        /** Would violate a hard rule. */
        BREAKS_RULES
    }

    /**
     * A staff member who cannot take a seat.
     *
     * @param staffId the staff member
     * @param obstacle the reason
     * @param rules ids of the hard rules that would be violated; empty for other reasons
     */
    public record RejectedCandidate(StaffId staffId, SeatObstacle obstacle, List<String> rules) {
        /** Copies the list. */
        public RejectedCandidate {
            rules = List.copyOf(rules);
        }
    }
}
