package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;

/**
 * What a session counts for each of those who are on duty in it.
 *
 * @param work               whether it counts as work and against rest; a stand-by at home does not
 * @param creditPercent      share of its minutes that counts as hours worked, 0 to 100; says nothing without {@code work}
 * @param preparationMinutes minutes of paid preparation and evaluation each time it is held, 0 to 600
 */
public record Workload(
        @Default("true") boolean work,
        @Default("100") int creditPercent,
        @Default("0") int preparationMinutes) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public Workload {
        new Checks()
                .range("creditPercent", creditPercent, 0, 100)
                .range("preparationMinutes", preparationMinutes, 0, 600)
                .done();
    }

    /** Ordinary duty without preparation. */
    public static Workload defaults() {
        return new Workload(true, 100, 0);
    }

    /** Minutes that count as hours worked, of so many elapsed ones: the share rounded down, and the preparation. */
    public long countedMinutes(long elapsed) {
        return work ? elapsed * creditPercent / 100 + preparationMinutes : 0;
    }
}
