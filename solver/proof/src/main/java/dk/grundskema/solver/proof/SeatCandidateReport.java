package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat of a meeting, and what speaks against each other candidate.
 *
 * @param session    meeting
 * @param position   position of the seat in the meeting, from 1
 * @param role       role of the seat
 * @param holder     holder; {@code null} means vacant
 * @param elsewhere  where else the holder is on the dates of the meeting, in the order of the timetable; lessons last
 * @param candidates everybody else who may take it, in the order of the demand
 */
public record SeatCandidateReport(
        SessionId session,
        int position,
        String role,
        @Nullable StaffId holder,
        List<Finding> elsewhere,
        List<Candidate> candidates) {
    /** Copies the lists. */
    public SeatCandidateReport {
        elsewhere = List.copyOf(elsewhere);
        candidates = List.copyOf(candidates);
    }

    /** Returns whether it is vacant, and something speaks against each candidate. */
    public boolean isOpenToNobody() {
        return holder == null && candidates.stream().noneMatch(Candidate::isFree);
    }

    /**
     * A candidate.
     *
     * @param person     the candidate
     * @param details    where the person is busy and which rest is short, with figures; empty if neither
     * @param violations violations that the plan does not have without the change; empty means that nothing speaks against it
     * @param toLift     the fewest facts about the person without which the person could take the seat, as far as times, rest and hours go; empty if
     *     none of these speaks against it, or without CP-SAT's library
     */
    public record Candidate(
            StaffId person, List<Finding> details, List<RuleViolation> violations, List<ProofFact> toLift) {
        /** Copies the lists. */
        public Candidate {
            details = List.copyOf(details);
            violations = List.copyOf(violations);
            toLift = List.copyOf(toLift);
        }

        /** Returns whether nothing speaks against the candidate. */
        public boolean isFree() {
            return details.isEmpty() && violations.isEmpty();
        }
    }
}
