package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.table.file.Table;
import java.util.List;

/**
 * A table as it was read, for display.
 *
 * @param table     its cells
 * @param headings  index of the heading row, from 0; -1 if it is no list
 * @param questions what its columns that are not read may be
 */
public record TablePreview(Table table, int headings, List<ImportQuestion> questions) {
    /** Copies the questions. */
    public TablePreview {
        questions = List.copyOf(questions);
    }
}
