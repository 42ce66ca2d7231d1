package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student in a file.
 *
 * @param place      its place
 * @param key        the file's id of the student; the name if there is none
 * @param name       first and last name
 * @param classGroup the student's class; {@code null} means that the file does not state it
 * @param school     the student's school; {@code null} means that the file does not state it
 * @param courses    courses and other groups of the student
 * @param never      times at which the student is not available: bus, leisure
 */
public record SourceStudent(
        SourceLocation place,
        SourceText key,
        SourceText name,
        @Nullable SourceText classGroup,
        @Nullable SourceText school,
        List<SourceText> courses,
        List<Period> never) {
    /** Copies the lists. */
    public SourceStudent {
        courses = List.copyOf(courses);
        never = List.copyOf(never);
    }
}
