package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student as a file has it.
 *
 * @param place      where
 * @param key        the file's id of the student; the name if there is none
 * @param name       first and last name
 * @param classGroup the student's class; {@code null} means that the file doesn't say
 * @param school     the student's school; {@code null} means that the file doesn't say
 * @param courses    courses and other groups that the student is in
 * @param never      when the student can't take part: bus, leisure
 */
public record SourceStudent(
        Place place,
        Said key,
        Said name,
        @Nullable Said classGroup,
        @Nullable Said school,
        List<Said> courses,
        List<Period> never) {
    /** Copies the lists. */
    public SourceStudent {
        courses = List.copyOf(courses);
        never = List.copyOf(never);
    }
}
