package dk.grundskema.api.server.start;

import dk.grundskema.domain.finding.Texts;
import java.util.List;

/**
 * Something to be said in whatever language is spoken.
 *
 * @param key       key of the text
 * @param arguments what it mentions; sentences among them are said in the same language
 */
record Sentence(String key, List<Object> arguments) {
    /** Copies the arguments. */
    Sentence {
        arguments = List.copyOf(arguments);
    }

    /** A sentence with its arguments. */
    static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** The sentence in a language. */
    String in(Texts texts) {
        return texts.text(
                key,
                arguments.stream()
                        .map(each -> each instanceof Sentence inner ? inner.in(texts) : String.valueOf(each))
                        .toList());
    }
}
