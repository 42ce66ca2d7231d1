package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.table.file.Table;
import java.util.List;
import java.util.Set;

/**
 * A table as it was read, for display.
 *
 * @param table     its cells
 * @param headings  index of the heading row, from 0; -1 if it is no list
 * @param questions what its columns that are not read may be
 * @param used      what the answers are about that say what its columns are
 */
public record TablePreview(Table table, int headings, List<ImportQuestion> questions, Set<ImportQuestion.Key> used) {
    /** Copies the collections. */
    public TablePreview {
        questions = List.copyOf(questions);
        used = Set.copyOf(used);
    }
}
