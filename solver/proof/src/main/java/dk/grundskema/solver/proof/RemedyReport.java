package dk.grundskema.solver.proof;

import java.util.List;

/**
 * Changes that were planned and confirmed.
 *
 * @param remedies  the changes, the cheapest first, at most five; empty means that none of those tried works
 * @param tried     number of changes that were tried
 * @param isLimited whether the search ended at its limit, so that others may work too
 */
public record RemedyReport(List<Remedy> remedies, int tried, boolean isLimited) {
    /** Copies the list. */
    public RemedyReport {
        remedies = List.copyOf(remedies);
    }
}
