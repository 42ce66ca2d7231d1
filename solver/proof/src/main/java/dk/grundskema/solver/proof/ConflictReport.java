package dk.grundskema.solver.proof;

import java.util.List;

/**
 * Facts of a problem that contradict each other, as far as they were looked for.
 *
 * @param conflicts the contradictions; empty means that none was found, not that a plan exists
 * @param isLimited whether the search ended at its time limit, so that there may be others
 */
public record ConflictReport(List<StaffingConflict> conflicts, boolean isLimited) {
    /** Copies the list. */
    public ConflictReport {
        conflicts = List.copyOf(conflicts);
    }
}
