package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.exports.sheet.IndexPage.LinkGroup;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All sheets of a timetable.
 *
 * @param files  the files by name
 * @param groups the sheets by type, as on the index page; each key is a key of the sheets' texts
 */
public record SheetBundle(SortedMap<String, byte[]> files, List<LinkGroup> groups) {
    /** Copies map and list. */
    public SheetBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        groups = List.copyOf(groups);
    }

    /** Omits the content of the sheets. */
    @Override
    public String toString() {
        return files.size() + " sheets";
    }
}
