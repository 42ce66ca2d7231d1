package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as a file has it.
 *
 * @param place         where
 * @param key           what timetables call the person: initials, or an id of the file
 * @param name          first and last name; {@code null} means that the file has none beside the key
 * @param skills        subjects and other words; empty means that none is named
 * @param contractHours contract hours a week; {@code null} means that the file doesn't say
 * @param email         where notices go; {@code null} means that the file doesn't say
 * @param never         when the person can't be there; empty means that nothing is said
 */
public record SourcePerson(
        Place place,
        Said key,
        @Nullable Said name,
        List<Said> skills,
        @Nullable Double contractHours,
        @Nullable Said email,
        List<Period> never) {
    /** Copies the lists. */
    public SourcePerson {
        skills = List.copyOf(skills);
        never = List.copyOf(never);
    }
}
