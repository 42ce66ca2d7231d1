package dk.grundskema.solver.check;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which interventions give what sort of support.
 *
 * @param categories where each gives it
 * @param away       when each takes its students out of the ordinary week
 */
record Support(Map<InterventionId, Category> categories, Map<InterventionId, List<DateSpan>> away) {
    private static final Set<Category> MAIN = EnumSet.of(Category.IN_CLASS, Category.SMALL_GROUP);

    private Category of(InterventionId intervention) {
        return categories.getOrDefault(intervention, Category.AROUND);
    }

    boolean isMain(InterventionId intervention) {
        return MAIN.contains(of(intervention));
    }

    boolean isSupplementary(InterventionId intervention) {
        return of(intervention) == Category.SUPPLEMENTARY;
    }

    /** Whether what the intervention holds on a date is beside ordinary lessons, and support at all. */
    boolean isBesideLessons(InterventionId intervention, LocalDate date) {
        boolean isAway = away.getOrDefault(intervention, List.of()).stream().anyMatch(span -> span.contains(date));
        return of(intervention) != Category.AROUND && !isAway;
    }
}
