package dk.grundskema.api.imports.mappingfile;

import java.util.Optional;

/**
 * A heading of one kind of list, as a mapping file names it, such as {@code students: Fag}.
 *
 * @param list    key of the list, such as {@code students}
 * @param heading the heading as the file has it
 */
public record ListHeading(String list, String heading) {
    private static final String SEPARATOR = ": ";

    /** Returns the heading that a text names; empty if the text names no list. */
    public static Optional<ListHeading> parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end <= 0
                ? Optional.empty()
                : Optional.of(new ListHeading(text.substring(0, end), text.substring(end + SEPARATOR.length())));
    }

    /** Returns the text that names it. */
    @Override
    public String toString() {
        return list + SEPARATOR + heading;
    }
}
