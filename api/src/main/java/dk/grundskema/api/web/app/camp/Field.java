package dk.grundskema.api.web.app.camp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field with what is in it.
 *
 * @param at       JSON pointer to its value in the camp; its name in the form
 * @param value    what is typed or chosen; empty if nothing is
 * @param troubles what is wrong with it, in words
 * @param notes    what else should be known of it, in words
 */
public record Field(String at, String value, List<String> troubles, List<String> notes) {
    /** Copies the lists. */
    public Field {
        troubles = List.copyOf(troubles);
        notes = List.copyOf(notes);
    }

    /** Names it within the page. */
    public String id() {
        return "f" + at.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Whether something is wrong with it. */
    public boolean isWrong() {
        return !troubles.isEmpty();
    }

    /** What says more of it; {@code null} if nothing does. */
    public @Nullable String describedBy() {
        return troubles.isEmpty() && notes.isEmpty() ? null : id() + "-said";
    }
}
