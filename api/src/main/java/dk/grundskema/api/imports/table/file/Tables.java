package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.FileFinding;
import java.util.List;

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

    /** Nothing but the reason. */
    static Tables none(FileFinding reason) {
        return new Tables(List.of(), List.of(reason));
    }
}
