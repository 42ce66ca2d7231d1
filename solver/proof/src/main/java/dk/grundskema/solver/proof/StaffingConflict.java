package dk.grundskema.solver.proof;

import java.util.List;

/**
 * Facts of a problem that cannot hold together: each plan leaves a seat open or breaks one of them. Without any one of them they could.
 *
 * @param facts the facts, at least one
 */
public record StaffingConflict(List<ProofFact> facts) {
    /** Copies the list. */
    public StaffingConflict {
        facts = List.copyOf(facts);
    }
}
