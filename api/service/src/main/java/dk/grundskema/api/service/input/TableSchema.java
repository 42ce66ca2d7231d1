package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schema of a table: its columns, and how submitted rows are matched to stored ones. */
interface TableSchema {
    /** Returns the columns in order. */
    List<ListColumn> columns();

    /** Returns the keys of rows, in their order. */
    List<String> keys(List<Json.JsonObject> rows);

    /** Returns the row for each key; keys without a row are missing. */
    Map<String, Json.JsonObject> matchRows(List<String> keys, List<Json.JsonObject> rows);

    /**
     * Returns the initial properties of a new row.
     *
     * @param taken existing keys; the key of the new row is added
     */
    Json.JsonObject newRow(Set<String> taken);
}
