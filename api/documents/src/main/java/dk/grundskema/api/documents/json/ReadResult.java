package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.function.Function;

/**
 * Result of reading a file: its content, or all findings.
 *
 * @param <T> type of the content
 */
public sealed interface ReadResult<T> {
    /**
     * The file was read.
     *
     * @param value    the content
     * @param notes    warnings and information; empty means none
     * @param hash     SHA-256 of the content as hexadecimal text, independent of white space and field order
     * @param <T>      type of the content
     */
    record Success<T>(T value, List<Finding> notes, String hash) implements ReadResult<T> {
        /** Copies the list. */
        public Success {
            notes = List.copyOf(notes);
        }

        @Override
        public List<Finding> findings() {
            return notes;
        }
    }

    /**
     * The file cannot be used.
     *
     * @param findings all findings, at least one of them an error; pointers start at the file's root
     * @param <T>      type of the expected content
     */
    record Failure<T>(List<Finding> findings) implements ReadResult<T> {
        /** Copies the list. */
        public Failure {
            findings = List.copyOf(findings);
        }
    }

    /** Applies the next step to the content of a success; passes a failure on. */
    default <R> ReadResult<R> then(Function<Success<T>, ReadResult<R>> next) {
        return switch (this) {
            case Success<T> good -> next.apply(good);
            case Failure<T> bad -> new Failure<>(bad.findings());
        };
    }

    /** Returns all findings: the notes of a success, the errors of a failure. */
    List<Finding> findings();
}
