package dk.grundskema.domain.fidelity;

import java.util.List;

/**
 * Why something falls short. Its text has the code as its key, and the arguments as placeholders from 0 on; a text with the
 * key {@code <code>.all} says it of many places at once, without arguments.
 *
 * @param code      stable name; a plugin's codes start with its id and a dot
 * @param arguments who, how many: ids, dates, times, numbers, lists of these; empty means that there is nothing to add
 */
public record Reason(String code, List<Object> arguments) {
    /** Copies the list. */
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** A reason with its arguments. */
    public static Reason of(String code, Object... arguments) {
        return new Reason(code, List.of(arguments));
    }
}
