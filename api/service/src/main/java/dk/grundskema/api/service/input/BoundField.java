package dk.grundskema.api.service.input;

import dk.grundskema.api.planning.catalogue.FormField;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form field with its value.
 *
 * @param field       the field
 * @param at          JSON pointer to its value in the intervention; also the field name
 * @param value       text value; JSON if the form cannot edit the value
 * @param choices     options; empty for a field without options or with too many
 * @param parts       nested fields; for a table, one for each option
 * @param rows        rows
 * @param isOn        for a yes/no field, its value; for an optional group, whether it is present
 * @param suggestions id of the list of suggestions, if names are typed because there are too many options; empty otherwise
 * @param errors      errors, as texts
 */
public record BoundField(
        FormField field,
        String at,
        String value,
        List<Choice> choices,
        List<BoundField> parts,
        List<Row> rows,
        boolean isOn,
        String suggestions,
        List<String> errors) {
    /** Copies the lists. */
    public BoundField {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    /**
     * An option.
     *
     * @param value    value in file format
     * @param text     display text
     * @param isChosen whether it is selected
     */
    public record Choice(String value, String text, boolean isChosen) {}

    /**
     * A row.
     *
     * @param at     JSON pointer to the row
     * @param isNew  whether it was just added
     * @param parts  its fields
     * @param errors errors of the row as a whole
     */
    public record Row(String at, boolean isNew, List<BoundField> parts, List<String> errors) {
        /** Copies the lists. */
        public Row {
            parts = List.copyOf(parts);
            errors = List.copyOf(errors);
        }
    }

    /** Returns the id of the HTML element. */
    public String id() {
        return id(at);
    }

    /** Returns the id of the HTML element for a pointer. */
    public static String id(String pointer) {
        return "f" + pointer.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Returns the ids of the elements that describe the field: hint, errors and source. */
    public String describedBy() {
        return (field.hint().isEmpty() ? "" : id() + "-hint")
                + (errors.isEmpty() ? "" : " " + id() + "-trouble")
                + (field.source().isEmpty() ? "" : " " + id() + "-source");
    }

    /** Returns the number of selected options. */
    public long chosen() {
        return choices.stream().filter(Choice::isChosen).count();
    }

    /** Returns this field and all nested ones. */
    public Stream<BoundField> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(parts.stream(), rows.stream().flatMap(row -> row.parts().stream()))
                        .flatMap(BoundField::all));
    }
}
