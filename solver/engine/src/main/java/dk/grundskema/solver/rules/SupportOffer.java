package dk.grundskema.solver.rules;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.LocalDate;
import java.util.List;

/**
 * The data about the support of an intervention that the core needs, independent of its plugin.
 *
 * @param category kind of support
 * @param interruptions dates on which it takes its students out of the ordinary week entirely; empty means never
 */
public record SupportOffer(Category category, List<DateSpan> interruptions) {
    /** Copies the list. */
    public SupportOffer {
        interruptions = List.copyOf(interruptions);
    }

    /** Whether it supports students, as opposed to activities around teaching. */
    boolean isSupport() {
        return category != Category.AROUND;
    }

    /** Whether it is main support, which supplementary support may accompany. */
    boolean isMain() {
        return category == Category.IN_CLASS || category == Category.SMALL_GROUP;
    }

    /** Whether it fills a whole day of its students, so that it does not count as support beside ordinary lessons. */
    boolean interrupts(LocalDate date) {
        for (int i = 0; i < interruptions.size(); i++) {
            if (interruptions.get(i).contains(date)) {
                return true;
            }
        }
        return false;
    }
}
