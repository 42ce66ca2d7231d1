package dk.grundskema.domain.fidelity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something. Documents and chapters are named by the keys of their texts.
 *
 * @param kind     whether a document asks for it
 * @param document which document; {@code null} if none does
 * @param chapter  which part of it; {@code null} means that there is nothing to add
 */
public record Origin(
        Kind kind, @Nullable String document, @Nullable String chapter) {
    /** Whether a document asks for something. */
    public enum Kind {
        /** A document asks for it, number and all. */
        SOURCE,
        /** A document asks for it, but leaves something open, such as how much, how often or what counts: that is a default of ours. */
        PARTLY_OURS,
        /** No document asks for it: it is a default of ours altogether. */
        OURS
    }

    /** @throws IllegalArgumentException if a document is missing where one asks, or given where none does */
    public Origin {
        Objects.requireNonNull(kind);
        if ((document == null) != (kind == Kind.OURS)) {
            throw new IllegalArgumentException(
                    "An ask of the kind (%s) names the document (%s).\nMaybe the kind is another?"
                            .formatted(kind, document));
        }
    }

    /** Asked by a document, number and all. */
    public static Origin source(String document, String chapter) {
        return new Origin(Kind.SOURCE, document, chapter);
    }

    /** Asked by a document that leaves something open: that is ours. */
    public static Origin partlyOurs(String document, String chapter) {
        return new Origin(Kind.PARTLY_OURS, document, chapter);
    }

    /** Asked by no document but by us. */
    public static Origin ours() {
        return new Origin(Kind.OURS, null, null);
    }
}
