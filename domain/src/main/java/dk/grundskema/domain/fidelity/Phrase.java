package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * A few words of a report. Their text has the code as its key, and the arguments as placeholders from 0 on.
 *
 * @param code      stable name; a plugin's codes start with its id and a dot; empty means that there is nothing to say
 * @param arguments who, how many, when: ids, dates, weekdays, times, numbers, further phrases, lists of these; empty means that there is nothing to
 *     add
 */
public record Phrase(String code, List<Object> arguments) {
    /** Nothing to say. */
    public static final Phrase NONE = new Phrase("", List.of());

    /** @throws IllegalArgumentException if there are arguments but nothing to say */
    public Phrase {
        arguments = List.copyOf(arguments);
        if (code.isEmpty() && !arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "A phrase without a code has the arguments (%s).\nMaybe the code was forgotten?"
                            .formatted(arguments));
        }
    }

    /** A phrase with its arguments. */
    public static Phrase of(String code, Object... arguments) {
        return new Phrase(code, List.of(arguments));
    }
}
