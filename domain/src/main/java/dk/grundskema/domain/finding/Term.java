package dk.grundskema.domain.finding;

/**
 * A word of a file, as an argument of a text: in the language of the reader if there is a text for it, otherwise as it is.
 *
 * @param kind kind of word, the beginning of the keys of its texts, such as {@code form}
 * @param word the word; empty means none
 */
public record Term(String kind, String word) {
    /** Returns the key of its text. */
    String key() {
        return kind + "." + word;
    }
}
