package dk.grundskema.api.exports;

import dk.grundskema.api.exports.IndexPage.LinkGroup;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All sheets of a timetable.
 *
 * @param files  the files by their names
 * @param groups the sheets by their sorts, as the index leads to them; each key is one of the texts of sheets
 */
public record SheetBundle(SortedMap<String, byte[]> files, List<LinkGroup> groups) {
    /** Copies map and list. */
    public SheetBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        groups = List.copyOf(groups);
    }

    /** Without what stands on the sheets. */
    @Override
    public String toString() {
        return files.size() + " sheets";
    }
}
