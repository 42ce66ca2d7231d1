package dk.grundskema.api.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class or course in a file.
 *
 * @param place    its place
 * @param key      the file's id or short name
 * @param name     display name; {@code null} means that the key is the name
 * @param isClass  whether it is a class, otherwise a course or half class
 * @param of       classes of a course's students; empty means unknown, or that it is a class
 * @param students its members; empty means that the file does not state them
 */
public record SourceGroup(
        SourceLocation place,
        SourceText key,
        @Nullable SourceText name,
        boolean isClass,
        List<SourceText> of,
        List<SourceText> students) {
    /** Copies the lists. */
    public SourceGroup {
        of = List.copyOf(of);
        students = List.copyOf(students);
    }
}
