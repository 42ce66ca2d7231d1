package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.rules.JsonObjectView;
import java.util.Map;
import java.util.TreeMap;

/**
 * A camp as the form of a step shows it.
 *
 * @param title  title of the camp
 * @param said   its parameters
 * @param beside other objects of the problem that the step edits, by name
 * @param added  pointer to the row that was just added; empty if none
 * @param full   pointer to the list that reached its maximum when a row was to be added; empty otherwise
 */
record CampForm(String title, JsonObjectView said, Map<String, Json.JsonObject> beside, String added, String full) {
    /** Copies the objects. */
    CampForm {
        beside = Map.copyOf(beside);
    }

    /** Creates a form without an added row. */
    CampForm(String title, JsonObjectView said, Map<String, Json.JsonObject> beside) {
        this(title, said, beside, "", "");
    }

    /** Returns a copy with the pointer of an added row. */
    CampForm withAddedRow(String row) {
        return new CampForm(title, said, beside, row, full);
    }

    /** Returns a copy with the pointer of a full list. */
    CampForm full(String list) {
        return new CampForm(title, said, beside, added, list);
    }

    /** Creates a form without other objects. */
    static CampForm of(EditedCamp camp, JsonObjectView said) {
        return new CampForm(camp.own().title(), said, Map.of());
    }

    /** Returns the camp in file format. */
    Json.JsonObject toJson(EditedCamp camp) {
        return new Json.JsonObject(new TreeMap<>(Map.of(
                "type",
                new Json.JsonString(camp.own().type()),
                "title",
                new Json.JsonString(title),
                "parameters",
                said.json())));
    }

    /** Leaves out the input. */
    @Override
    public String toString() {
        return said.toString();
    }
}
