package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;

/**
 * What a session counts for each of those who are on duty in it.
 *
 * @param work               whether it counts as work and against rest; a stand-by at home does not
 * @param creditPercent      share of its minutes that counts as hours worked, 0 to 100; ignored without {@code work}
 * @param preparationMinutes minutes of paid preparation and evaluation each time it is held, 0 to 600
 */
public record Workload(
        @Default("true") boolean work,
        @Default("100") int creditPercent,
        @Default("0") int preparationMinutes) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public Workload {
        new RecordValidator()
                .range("creditPercent", creditPercent, 0, 100)
                .range("preparationMinutes", preparationMinutes, 0, 600)
                .throwIfInvalid();
    }

    /** Returns the workload of ordinary duty: it counts as work, at 100 percent, without preparation. */
    public static Workload defaults() {
        return new Workload(true, 100, 0);
    }

    /**
     * Returns the minutes that count as hours worked for a number of elapsed minutes: the credited share, rounded down, plus the preparation; 0 if
     * it is not work.
     */
    public long countedMinutes(long elapsed) {
        return work ? elapsed * creditPercent / 100 + preparationMinutes : 0;
    }
}
