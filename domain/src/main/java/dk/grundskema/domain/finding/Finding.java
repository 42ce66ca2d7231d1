package dk.grundskema.domain.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message about the input. The code is a stable interface; the text is resolved in the reader's language when it is shown, see {@link Texts}.
 *
 * @param code      stable name such as {@code value.blank}; a plugin's codes start with its id and a dot
 * @param severity  whether the input can still be used
 * @param pointer   JSON pointer (RFC 6901) to the place, relative to the object that was checked; empty for the whole
 * @param arguments arguments of the text in the order of its placeholders: numbers, times, dates, texts, ids; after them, where it is known, the
 *     {@link FieldName} that it is about
 */
public record Finding(String code, Severity severity, String pointer, List<Object> arguments) {
    /** Copies the arguments; they are never {@code null}. */
    public Finding {
        Objects.requireNonNull(code);
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** Returns an error at a pointer. */
    public static Finding error(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.ERROR, pointer, List.of(arguments));
    }

    /** Returns a warning at a pointer. */
    public static Finding warning(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.WARNING, pointer, List.of(arguments));
    }

    /** Returns an information at a pointer. */
    public static Finding info(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.INFO, pointer, List.of(arguments));
    }

    /** Escapes a name as one segment of a JSON pointer: {@code ~} and {@code /} as in RFC 6901. */
    public static String escapePointerSegment(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the same finding with {@code prefix} before its pointer. */
    public Finding withPointerPrefix(String prefix) {
        return new Finding(code, severity, prefix + pointer, arguments);
    }

    /** Returns the same finding with a field, unless it already has one. */
    public Finding withField(FieldName field) {
        if (field() != null) {
            return this;
        }
        var more = new ArrayList<>(arguments);
        more.add(field);
        return new Finding(code, severity, pointer, more);
    }

    /** Returns the field that the finding is about; {@code null} if it is not known. */
    public @Nullable FieldName field() {
        return !arguments.isEmpty() && arguments.getLast() instanceof FieldName field ? field : null;
    }

    /** Returns whether the severity is {@link Severity#ERROR}. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
