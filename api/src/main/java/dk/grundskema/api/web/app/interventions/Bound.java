package dk.grundskema.api.web.app.interventions;

import dk.grundskema.api.catalogue.FormField;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field with what is in it.
 *
 * @param field    the field
 * @param at       JSON pointer to its value in the intervention; its name in the form
 * @param value    what is typed or chosen, where that is one text; of what a form hasn't, its JSON
 * @param choices  what there is to choose from; empty if nothing is chosen, or too much is there
 * @param parts    the fields that it is made of; of a table one for each option
 * @param rows     its rows
 * @param isOn     of what is yes or no, or may be left out: whether it is yes, or there
 * @param suggestions id of the list of what may be typed; empty if there is none
 * @param troubles what is wrong with it, in words
 */
public record Bound(
        FormField field,
        String at,
        String value,
        List<Choice> choices,
        List<Bound> parts,
        List<Row> rows,
        boolean isOn,
        String suggestions,
        List<String> troubles) {
    /** Copies the lists. */
    public Bound {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        troubles = List.copyOf(troubles);
    }

    /**
     * Something that can be chosen.
     *
     * @param value    as files have it
     * @param text     as people call it
     * @param isChosen whether it is
     */
    public record Choice(String value, String text, boolean isChosen) {}

    /**
     * A row.
     *
     * @param at       JSON pointer to it
     * @param isNew    whether it was just added
     * @param parts    its fields
     * @param troubles what is wrong with the row as a whole
     */
    public record Row(String at, boolean isNew, List<Bound> parts, List<String> troubles) {
        /** Copies the lists. */
        public Row {
            parts = List.copyOf(parts);
            troubles = List.copyOf(troubles);
        }
    }

    /** Names it within the page. */
    public String id() {
        return id(at);
    }

    /** Names what a pointer leads to within the page. */
    public static String id(String pointer) {
        return "f" + pointer.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** What says more of it: its hint, what is wrong, and where it is from. */
    public String describedBy() {
        return (field.hint().isEmpty() ? "" : id() + "-hint")
                + (troubles.isEmpty() ? "" : " " + id() + "-trouble")
                + (field.source().isEmpty() ? "" : " " + id() + "-source");
    }

    /** How many of the choices are chosen. */
    public long chosen() {
        return choices.stream().filter(Choice::isChosen).count();
    }

    /** It, and all that is in it. */
    public Stream<Bound> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(parts.stream(), rows.stream().flatMap(row -> row.parts().stream()))
                        .flatMap(Bound::all));
    }
}
