package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import org.jspecify.annotations.Nullable;

/**
 * How many groups are to be formed, and how large. For the parameters of any plugin.
 *
 * @param smallest fewest students in a group, 1 to 200
 * @param largest  most students in a group, from {@code smallest} to 200
 * @param count    number of groups, 1 to 100; {@code null} means the fewest groups that have a place for every student
 */
public record GroupSizes(
        @Default("1") int smallest,
        @Default("14") int largest,
        @Nullable Integer count) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public GroupSizes {
        new RecordValidator()
                .range("smallest", smallest, 1, 200)
                .range("largest", largest, smallest, 200)
                .range("count", count == null ? 1 : count, 1, 100)
                .throwIfInvalid();
    }
}
