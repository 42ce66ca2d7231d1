package dk.grundskema.api.imports.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class or course as a file has it.
 *
 * @param place    where
 * @param key      the file's id or short name
 * @param name     what people call it; {@code null} means that the key is the name
 * @param isClass  whether it is a class, otherwise a course or half class
 * @param of       classes whose students are in it, of a course; empty means that the file doesn't say, or that it is a class
 * @param students who is in it, as the file says it; empty means that the file doesn't say
 */
public record SourceGroup(
        Place place, Said key, @Nullable Said name, boolean isClass, List<Said> of, List<Said> students) {
    /** Copies the lists. */
    public SourceGroup {
        of = List.copyOf(of);
        students = List.copyOf(students);
    }
}
