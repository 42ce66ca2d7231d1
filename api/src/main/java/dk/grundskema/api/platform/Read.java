package dk.grundskema.api.platform;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.function.Function;

/**
 * What came of reading a file: its content, or everything that is wrong with it.
 *
 * @param <T> what the file holds
 */
public sealed interface Read<T> {
    /**
     * The file could be read.
     *
     * @param value its content
     * @param notes findings that don't stop the work; empty if there is nothing to say
     * @param hash  SHA-256 of the content as hexadecimal text, the same whatever its white space and order of fields
     * @param <T>   what the file holds
     */
    record Good<T>(T value, List<Finding> notes, String hash) implements Read<T> {
        /** Copies the list. */
        public Good {
            notes = List.copyOf(notes);
        }

        @Override
        public List<Finding> findings() {
            return notes;
        }
    }

    /**
     * The file can't be used.
     *
     * @param findings everything that is wrong, at least one error; pointers lead from the file's root
     * @param <T>      what the file should have held
     */
    record Bad<T>(List<Finding> findings) implements Read<T> {
        /** Copies the list. */
        public Bad {
            findings = List.copyOf(findings);
        }
    }

    /** Goes on with the content, if there is any. */
    default <R> Read<R> then(Function<Good<T>, Read<R>> next) {
        return switch (this) {
            case Good<T> good -> next.apply(good);
            case Bad<T> bad -> new Bad<>(bad.findings());
        };
    }

    /** Everything that was found: notes of a good file, everything that is wrong with a bad one. */
    List<Finding> findings();
}
