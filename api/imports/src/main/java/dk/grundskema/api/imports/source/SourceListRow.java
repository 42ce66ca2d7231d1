package dk.grundskema.api.imports.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a list of an intervention type, see {@code InputList} of {@code solver.spi}.
 *
 * @param place its place
 * @param type  id of the intervention type
 * @param list  key of the list
 * @param cells filled cells by column key
 */
public record SourceListRow(SourceLocation place, String type, String list, SortedMap<String, SourceText> cells) {
    /** Copies the cells. */
    public SourceListRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }
}
