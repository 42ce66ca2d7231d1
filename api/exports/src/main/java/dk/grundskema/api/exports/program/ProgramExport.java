package dk.grundskema.api.exports.program;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an export and what they cannot express.
 *
 * @param files    contents by name; names consist of lower-case letters, digits and {@code . -} and contain no person
 * @param weeks    weeks that the files describe as typical, in order; empty means that they have all dates
 * @param findings what is left out or expressed differently, one finding for each kind with its count; empty means nothing
 */
public record ProgramExport(SortedMap<String, byte[]> files, List<IsoWeek> weeks, List<Finding> findings) {
    /** Copies the map and the lists. */
    public ProgramExport {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        weeks = List.copyOf(weeks);
        findings = List.copyOf(findings);
    }
}
