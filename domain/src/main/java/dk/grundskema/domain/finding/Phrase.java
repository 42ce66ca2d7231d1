package dk.grundskema.domain.finding;

import java.util.List;

/**
 * A part of a sentence, as an argument of its text.
 *
 * @param key       key of its text
 * @param arguments what the text names, in the order of its placeholders
 */
public record Phrase(String key, List<Object> arguments) {
    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** Creates a phrase. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
