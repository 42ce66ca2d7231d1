package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a table is of: its columns, and how its rows are known again when they come back from the page. */
interface Sheet {
    /** Its columns, in order. */
    List<ListColumn> columns();

    /** What each of the rows is known again by, in their order. */
    List<String> keys(List<Json.Structure> rows);

    /** The rows that keys are of, by these; without those that are of none of the rows. */
    Map<String, Json.Structure> known(List<String> keys, List<Json.Structure> rows);

    /**
     * What a new row has beside what is typed.
     *
     * @param taken the keys that there are; a new one is added
     */
    Json.Structure fresh(Set<String> taken);
}
