package dk.grundskema.api.service.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form field with its value and messages.
 *
 * @param at     JSON pointer to the value; also the field name
 * @param value  value; empty if none
 * @param errors errors, as texts
 * @param notes  other messages, as texts
 */
public record PointerField(String at, String value, List<String> errors, List<String> notes) {
    /** Copies the lists. */
    public PointerField {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Returns the id of the HTML element. */
    public String id() {
        return "f" + at.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Returns whether the field has errors. */
    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Returns the ids of the elements that describe it; {@code null} if there are none. */
    public @Nullable String describedBy() {
        return errors.isEmpty() && notes.isEmpty() ? null : id() + "-said";
    }
}
