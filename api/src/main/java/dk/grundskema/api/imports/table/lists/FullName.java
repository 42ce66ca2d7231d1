package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.Said;
import org.jspecify.annotations.Nullable;

/** Somebody's name in one column, or in one for first names and one for last names. */
final class FullName {
    private FullName() {}

    static @Nullable Said of(ListRow row) {
        if (row.has("fullname")) {
            return row.said("fullname");
        }
        String both = (row.text("first") + " " + row.text("last")).strip();
        return both.isEmpty() ? null : new Said(both, row.place(row.has("first") ? "first" : "last"));
    }
}
