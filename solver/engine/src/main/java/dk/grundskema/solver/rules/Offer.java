package dk.grundskema.solver.rules;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.LocalDate;
import java.util.List;

/**
 * What the core knows of the support that an intervention gives, whatever its plugin.
 *
 * @param category      where support is given
 * @param interruptions dates on which it takes its students out of the ordinary week altogether; empty means never
 */
public record Offer(Category category, List<DateSpan> interruptions) {
    /** Copies the list. */
    public Offer {
        interruptions = List.copyOf(interruptions);
    }

    /** Whether what it gives is support of students, not something around teaching. */
    boolean isSupport() {
        return category != Category.AROUND;
    }

    /** Whether a student who gets it gets something beside which supplementary support may stand. */
    boolean isMain() {
        return category == Category.IN_CLASS || category == Category.SMALL_GROUP;
    }

    /** Whether it fills a whole day of its students, so that nothing is beside ordinary lessons there. */
    boolean interrupts(LocalDate date) {
        for (int i = 0; i < interruptions.size(); i++) {
            if (interruptions.get(i).contains(date)) {
                return true;
            }
        }
        return false;
    }
}
