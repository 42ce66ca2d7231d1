package dk.grundskema.domain.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody should know about the input. The code is an interface and stays; the text is made at the edge
 * in the reader's language, see {@link Texts}.
 *
 * @param code      stable name such as {@code value.blank}; a plugin's codes start with its id and a dot
 * @param severity  whether the input can still be used
 * @param pointer   JSON pointer (RFC 6901) to the place, relative to the object that was checked; empty for the whole
 * @param arguments what the text mentions, in the order of its placeholders; numbers, times, dates, texts, ids; after them, where it is known,
 *     the {@link FieldName} that it is about
 */
public record Finding(String code, Severity severity, String pointer, List<Object> arguments) {
    /** Copies the arguments; they are never {@code null}. */
    public Finding {
        Objects.requireNonNull(code);
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** An error at the given place. */
    public static Finding error(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.ERROR, pointer, List.of(arguments));
    }

    /** A warning at the given place. */
    public static Finding warning(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.WARNING, pointer, List.of(arguments));
    }

    /** A piece of information about the given place. */
    public static Finding info(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.INFO, pointer, List.of(arguments));
    }

    /** A name as one segment of a pointer: {@code ~} and {@code /} are written as RFC 6901 says. */
    public static String segment(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The same finding seen from further out: {@code prefix} is put before the pointer. */
    public Finding under(String prefix) {
        return new Finding(code, severity, prefix + pointer, arguments);
    }

    /** The same finding said to be about a field, unless it already says which. */
    public Finding about(FieldName field) {
        if (field() != null) {
            return this;
        }
        var more = new ArrayList<>(arguments);
        more.add(field);
        return new Finding(code, severity, pointer, more);
    }

    /** The field that it is about; {@code null} if that isn't known. */
    public @Nullable FieldName field() {
        return !arguments.isEmpty() && arguments.getLast() instanceof FieldName field ? field : null;
    }

    /** Whether this stops the work. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
