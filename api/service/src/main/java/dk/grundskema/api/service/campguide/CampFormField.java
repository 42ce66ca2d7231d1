package dk.grundskema.api.service.campguide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form field with its value and messages.
 *
 * @param at     JSON pointer to the value in the camp; also the field name
 * @param value  value; empty if none
 * @param errors errors, as texts
 * @param notes  other messages, as texts
 */
public record CampFormField(String at, String value, List<String> errors, List<String> notes) {
    /** Copies the lists. */
    public CampFormField {
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
