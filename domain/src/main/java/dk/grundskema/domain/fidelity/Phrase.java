package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * A few words of a report. The code is the key of the text; the arguments are its placeholders from 0 on.
 *
 * @param code      stable name; a plugin's codes start with its id and a dot; empty means no text
 * @param arguments ids, dates, weekdays, times, numbers, further phrases, lists of these; empty means none
 */
public record Phrase(String code, List<Object> arguments) {
    /** The empty phrase. */
    public static final Phrase NONE = new Phrase("", List.of());

    /** @throws IllegalArgumentException if there are arguments but no code */
    public Phrase {
        arguments = List.copyOf(arguments);
        if (code.isEmpty() && !arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "A phrase without a code has the arguments (%s).\nMaybe the code was forgotten?"
                            .formatted(arguments));
        }
    }

    /** Returns a phrase with its arguments. */
    public static Phrase of(String code, Object... arguments) {
        return new Phrase(code, List.of(arguments));
    }
}
