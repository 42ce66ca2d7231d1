package dk.grundskema.api.imports;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a camp that is created from imported lists. A camp may be in the holidays, so only its own days count.
 *
 * @param first     its first day
 * @param last      its last day, not before the first and less than {@value #MOST_WEEKS} weeks after it
 * @param overnight whether everybody sleeps there
 * @param decision  the decision that students miss lessons for it, with its reason; {@code null} means none
 */
public record CampDays(
        LocalDate first,
        LocalDate last,
        boolean overnight,
        @Nullable Decision decision) {
    /** Id of the intervention type of camps. */
    public static final String TYPE = "camp";

    /** Most calendar weeks that a camp may span. */
    public static final int MOST_WEEKS = 8;

    /** @throws IllegalArgumentException if it ends before it begins, or lasts too long */
    public CampDays {
        if (!isPossible(first, last)) {
            throw new IllegalArgumentException(
                    "A camp can't be from (%s) to (%s).\nMaybe the days are swapped?".formatted(first, last));
        }
    }

    /** Whether a camp can last from one day to another. */
    public static boolean isPossible(LocalDate first, LocalDate last) {
        return IsoWeek.isSupported(first)
                && IsoWeek.isSupported(last)
                && !last.isBefore(first)
                && IsoWeek.of(first).until(IsoWeek.of(last)) < MOST_WEEKS;
    }

    /** Parses the first and last day with two points between them, such as {@code 2026-09-07..2026-09-25}; empty if no camp can last so. */
    public static Optional<CampDays> parse(String text) {
        String[] days = text.split("\\.\\.", -1);
        if (days.length != 2) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(days[0].strip());
            LocalDate last = LocalDate.parse(days[1].strip());
            return isPossible(first, last) ? Optional.of(new CampDays(first, last, false, null)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the days from the first to the last of some dates; empty if there are none, or they are too far apart. */
    static Optional<CampDays> of(SortedSet<LocalDate> dates) {
        return Optional.of(dates)
                .filter(known -> !known.isEmpty() && isPossible(known.first(), known.last()))
                .map(known -> new CampDays(known.first(), known.last(), false, null));
    }

    /** Returns the same days with the decision that students miss lessons. */
    public CampDays withDecision(Decision other) {
        return new CampDays(first, last, overnight, other);
    }

    /** Returns the number of calendar weeks that it spans. */
    int weeks() {
        return IsoWeek.of(first).until(IsoWeek.of(last)) + 1;
    }

    /** Returns the weeks to plan. */
    Horizon horizon(ZoneId zone) {
        return new Horizon(IsoWeek.of(first), weeks(), zone, Collections.emptySortedSet());
    }
}
