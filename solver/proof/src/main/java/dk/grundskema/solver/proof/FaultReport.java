package dk.grundskema.solver.proof;

import java.util.List;

/**
 * Whether broken rules of a timetable can be kept by other people.
 *
 * @param verdicts  a verdict for each broken rule that was asked about, in their order
 * @param isLimited whether the time limit ended the search, so that a later one may prove more
 */
public record FaultReport(List<FaultVerdict> verdicts, boolean isLimited) {
    /** Copies the list. */
    public FaultReport {
        verdicts = List.copyOf(verdicts);
    }
}
