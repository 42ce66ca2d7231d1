package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * Who can take a seat that fell open, as the rest of the plan stands.
 *
 * @param seat       the seat
 * @param candidates who can be asked, the best first: fewest new shortfalls, then the cheapest in wishes
 * @param unable     who can't take it, in the order of the problem's staff
 */
public record WhoCould(FallenSeat seat, List<Candidate> candidates, List<Unable> unable) {
    /** Copies the lists. */
    public WhoCould {
        candidates = List.copyOf(candidates);
        unable = List.copyOf(unable);
    }

    /**
     * Somebody who could take a seat, and what the plan would cost more: in guidelines than with whoever is away still there, in
     * wishes than with the seat empty.
     *
     * @param staffId     who
     * @param shortfalls  the guidelines that are broken then and were not before, in places
     * @param medium      weighted cost of those guidelines, 0 or more
     * @param soft        weighted cost in wishes; below 0 where the plan gets better
     * @param differences what each rule makes of it, wishes included, dearest first; rules that see no difference are left out
     */
    public record Candidate(
            StaffId staffId, List<Fault> shortfalls, long medium, long soft, List<Difference> differences) {
        /** Copies the lists. */
        public Candidate {
            shortfalls = List.copyOf(shortfalls);
            differences = List.copyOf(differences);
        }
    }

    /**
     * What one rule makes of a change.
     *
     * @param rule   its id
     * @param level  how binding it is
     * @param amount units of penalty more than before; below 0 means less
     * @param cost   the same with the rule's weight
     */
    public record Difference(String rule, Level level, long amount, long cost) {}

    /** Why somebody can't take a seat. */
    public enum Obstacle {
        /** Is not among those whom the intervention would ask for it. */
        NOT_ASKED,
        /** Is away, or teaches an ordinary lesson then. */
        AWAY,
        /** The planner fixed the seat, or it belongs to something that has begun. */
        SEAT_IS_FIXED,
        /** Something impossible or illegal would follow. */
        BREAKS_RULES
    }

    /**
     * Somebody who can't take a seat.
     *
     * @param staffId  who
     * @param obstacle why not
     * @param rules    ids of the hard rules that would be broken; empty unless that is the obstacle
     */
    public record Unable(StaffId staffId, Obstacle obstacle, List<String> rules) {
        /** Copies the list. */
        public Unable {
            rules = List.copyOf(rules);
        }
    }
}
