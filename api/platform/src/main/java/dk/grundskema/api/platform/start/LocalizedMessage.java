package dk.grundskema.api.platform.start;

import dk.grundskema.domain.finding.Texts;
import java.util.List;

/**
 * A message that can be formatted in any language.
 *
 * @param key       message key
 * @param arguments arguments; nested messages are formatted in the same language
 */
record LocalizedMessage(String key, List<Object> arguments) {
    /** Copies the arguments. */
    LocalizedMessage {
        arguments = List.copyOf(arguments);
    }

    /** Creates a message with its arguments. */
    static LocalizedMessage of(String key, Object... arguments) {
        return new LocalizedMessage(key, List.of(arguments));
    }

    /** Returns the message in a language. */
    String format(Texts texts) {
        return texts.text(
                key,
                arguments.stream()
                        .map(each ->
                                each instanceof LocalizedMessage inner ? inner.format(texts) : String.valueOf(each))
                        .toList());
    }
}
