package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.SourceText;
import org.jspecify.annotations.Nullable;

/** Reads a person's name from one column, or from separate columns for first and last names. */
final class FullNameReader {
    private FullNameReader() {}

    static @Nullable SourceText read(ListRow row) {
        if (row.has("fullname")) {
            return row.sourceText("fullname");
        }
        String both = (row.text("first") + " " + row.text("last")).strip();
        return both.isEmpty() ? null : new SourceText(both, row.place(row.has("first") ? "first" : "last"));
    }
}
