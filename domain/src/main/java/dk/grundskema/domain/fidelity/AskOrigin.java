package dk.grundskema.domain.fidelity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The source of a requirement. Documents and chapters are given by the keys of their texts.
 *
 * @param kind     whether a document requires it
 * @param document the document; {@code null} if there is none
 * @param chapter  the part of the document; {@code null} means not specified
 */
public record AskOrigin(
        Kind kind, @Nullable String document, @Nullable String chapter) {
    /** Whether a document requires something. */
    public enum Kind {
        /** A document requires it and specifies the amount. */
        SOURCE,
        /** A document requires it but leaves something open, such as how much, how often or what counts; the product supplies a default. */
        PARTLY_OURS,
        /** No document requires it; it is a default of the product. */
        OURS
    }

    /** @throws IllegalArgumentException if the document is missing for a kind other than {@link Kind#OURS}, or given for {@link Kind#OURS} */
    public AskOrigin {
        Objects.requireNonNull(kind);
        if ((document == null) != (kind == Kind.OURS)) {
            throw new IllegalArgumentException(
                    "An ask of the kind (%s) names the document (%s).\nMaybe the kind is another?"
                            .formatted(kind, document));
        }
    }

    /** Returns an origin in a document that specifies the amount. */
    public static AskOrigin source(String document, String chapter) {
        return new AskOrigin(Kind.SOURCE, document, chapter);
    }

    /** Returns an origin in a document that leaves something open, for which the product supplies a default. */
    public static AskOrigin partlyOurs(String document, String chapter) {
        return new AskOrigin(Kind.PARTLY_OURS, document, chapter);
    }

    /** Returns the origin of a default of the product. */
    public static AskOrigin productDefault() {
        return new AskOrigin(Kind.OURS, null, null);
    }
}
