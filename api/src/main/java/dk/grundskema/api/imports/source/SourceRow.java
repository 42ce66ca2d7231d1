package dk.grundskema.api.imports.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a list that belongs to an intervention type, see the {@code InputList} of {@code solver.spi}.
 *
 * @param place where
 * @param type  id of the intervention type
 * @param list  key of the list
 * @param cells filled cells by the keys of their columns
 */
public record SourceRow(Place place, String type, String list, SortedMap<String, Said> cells) {
    /** Copies the cells. */
    public SourceRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }
}
