package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staff member in a file.
 *
 * @param place         its place
 * @param key           initials as in timetables, or an id of the file
 * @param name          first and last name; {@code null} means that the file has only the key
 * @param skills        subjects and other words; empty means none
 * @param contractHours contract hours per week; {@code null} means that the file does not state them
 * @param email         address for notices; {@code null} means that the file does not state it
 * @param never         times at which the person is not available; empty means none
 */
public record SourceStaffMember(
        SourceLocation place,
        SourceText key,
        @Nullable SourceText name,
        List<SourceText> skills,
        @Nullable Double contractHours,
        @Nullable SourceText email,
        List<Period> never) {
    /** Copies the lists. */
    public SourceStaffMember {
        skills = List.copyOf(skills);
        never = List.copyOf(never);
    }
}
