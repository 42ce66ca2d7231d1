package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Finding;
import java.util.List;

/**
 * A finding and where it was found.
 *
 * @param file    the file, as the user named it; empty if it is about no file
 * @param finding what was found
 */
record Placed(String file, Finding finding) {
    /** The same file for all findings. */
    static List<Placed> in(String file, List<Finding> findings) {
        return findings.stream().map(finding -> new Placed(file, finding)).toList();
    }
}
