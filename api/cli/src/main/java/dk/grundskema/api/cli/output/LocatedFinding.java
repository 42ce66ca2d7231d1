package dk.grundskema.api.cli.output;

import dk.grundskema.domain.finding.Finding;
import java.util.List;

/**
 * A finding and its file.
 *
 * @param file    the file, as the user typed it; empty if it concerns no file
 * @param finding the finding
 */
public record LocatedFinding(String file, Finding finding) {
    /** Returns the findings with the same file. */
    public static List<LocatedFinding> inFile(String file, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new LocatedFinding(file, finding))
                .toList();
    }
}
