package dk.grundskema.api.imports.source;

import dk.grundskema.domain.finding.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * What the cells of a column that is not read look like.
 *
 * @param content what they look like
 * @param taken   the columns of the list that have such content already, each with its heading and place; empty if one may be missing
 */
public record ColumnLook(Content content, List<Phrase> taken) {
    /** Content that cells show. */
    public enum Content {
        /** Names of weekdays. */
        WEEKDAYS,
        /** Times from and until. */
        TIME_SPANS,
        /** Times of day. */
        TIMES,
        /** Names or initials of people. */
        PEOPLE
    }

    /** Copies the list. */
    public ColumnLook {
        taken = List.copyOf(taken);
    }

    /** Returns the content in words. */
    public Phrase phrase() {
        return Phrase.of(
                "import.look." + content.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
