package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import java.util.List;
import java.util.Map;

/**
 * What came of reading a file as tables.
 *
 * @param tables   its sheets in order, hidden ones left out; empty if it can't be read
 * @param findings what is to be said of it
 */
public record Tables(List<Table> tables, List<FileFinding> findings) {
    /** Copies the lists. */
    public Tables {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /** The same with other texts in some cells, of which what is wrong in the file isn't said any more. */
    public Tables mended(Map<Place, String> cells) {
        return cells.isEmpty()
                ? this
                : new Tables(
                        tables.stream().map(table -> table.mended(cells)).toList(),
                        findings.stream()
                                .filter(one -> !cells.containsKey(
                                        new Place(one.file(), one.finding().pointer())))
                                .toList());
    }

    /** Nothing but the reason. */
    static Tables none(FileFinding reason) {
        return new Tables(List.of(), List.of(reason));
    }
}
