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
 * The category of support of each intervention.
 *
 * @param categories category by intervention
 * @param away       dates on which an intervention takes its students out of the ordinary week
 */
record SupportCategories(Map<InterventionId, Category> categories, Map<InterventionId, List<DateSpan>> away) {
    private static final Set<Category> MAIN = EnumSet.of(Category.IN_CLASS, Category.SMALL_GROUP);

    private Category categoryOf(InterventionId intervention) {
        return categories.getOrDefault(intervention, Category.AROUND);
    }

    boolean isMain(InterventionId intervention) {
        return MAIN.contains(categoryOf(intervention));
    }

    boolean isSupplementary(InterventionId intervention) {
        return categoryOf(intervention) == Category.SUPPLEMENTARY;
    }

    /** Returns whether a meeting of the intervention on a date is support in addition to ordinary lessons. */
    boolean isBesideLessons(InterventionId intervention, LocalDate date) {
        boolean isAway = away.getOrDefault(intervention, List.of()).stream().anyMatch(span -> span.contains(date));
        return categoryOf(intervention) != Category.AROUND && !isAway;
    }
}
