package dk.grundskema.api.imports;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * When a camp is that is to be made of lists. It may be in holidays, so only its own days count.
 *
 * @param first     its first day
 * @param last      its last day, not before the first and less than {@value #MOST_WEEKS} weeks after it
 * @param overnight whether everybody sleeps there
 * @param decision  who decided that students miss lessons for it, and why; {@code null} means that nobody did
 */
public record CampDays(
        LocalDate first,
        LocalDate last,
        boolean overnight,
        @Nullable Decision decision) {
    /** Id of the intervention type of camps. */
    public static final String TYPE = "camp";

    /** Most calendar weeks that a camp may touch. */
    public static final int MOST_WEEKS = 8;

    /** @throws IllegalArgumentException if it ends before it begins, or lasts too long */
    public CampDays {
        if (!isPossible(first, last)) {
            throw new IllegalArgumentException(
                    "A camp can't be from (%s) to (%s).\nMaybe the days have changed places?".formatted(first, last));
        }
    }

    /** Whether a camp can be from a day to another. */
    public static boolean isPossible(LocalDate first, LocalDate last) {
        return IsoWeek.has(first)
                && IsoWeek.has(last)
                && !last.isBefore(first)
                && IsoWeek.of(first).until(IsoWeek.of(last)) < MOST_WEEKS;
    }

    /** How many calendar weeks it touches. */
    int weeks() {
        return IsoWeek.of(first).until(IsoWeek.of(last)) + 1;
    }

    /** The weeks that are planned. */
    Horizon horizon(ZoneId zone) {
        return new Horizon(IsoWeek.of(first), weeks(), zone, Collections.emptySortedSet());
    }
}
