package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * A camp as it stands in a step's form.
 *
 * @param title  what people call it
 * @param said   its parameters
 * @param beside other objects of the problem that the step has fields for, by their names
 * @param added  pointer to the row that was just added; empty if none was
 * @param full   pointer to the list to which a row was to be added, if that has no room for more; empty otherwise
 */
record Typed(String title, Said said, Map<String, Json.Structure> beside, String added, String full) {
    /** Copies the objects. */
    Typed {
        beside = Map.copyOf(beside);
    }

    /** A camp to which no row was just added. */
    Typed(String title, Said said, Map<String, Json.Structure> beside) {
        this(title, said, beside, "", "");
    }

    /** With a row that was just added. */
    Typed adding(String row) {
        return new Typed(title, said, beside, row, full);
    }

    /** With a list that has no room for the row that was to be added. */
    Typed full(String list) {
        return new Typed(title, said, beside, added, list);
    }

    /** A camp alone. */
    static Typed of(Camp camp, Said said) {
        return new Typed(camp.own().title(), said, Map.of());
    }

    /** The camp as files have it. */
    Json.Structure json(Camp camp) {
        return new Json.Structure(new TreeMap<>(Map.of(
                "type", new Json.Text(camp.own().type()), "title", new Json.Text(title), "parameters", said.json())));
    }

    /** Without what is typed. */
    @Override
    public String toString() {
        return said.toString();
    }
}
