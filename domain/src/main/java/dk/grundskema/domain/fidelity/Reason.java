package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * Why something falls short. The code is the key of the text; the arguments are its placeholders from 0 on. A text with the key {@code <code>.all}
 * covers many places at once, without arguments.
 *
 * @param code      stable name; a plugin's codes start with its id and a dot
 * @param arguments ids, dates, times, numbers, lists of these; empty means none
 */
public record Reason(String code, List<Object> arguments) {
    /** Copies the list. */
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** Returns a reason with its arguments. */
    public static Reason of(String code, Object... arguments) {
        return new Reason(code, List.of(arguments));
    }
}
