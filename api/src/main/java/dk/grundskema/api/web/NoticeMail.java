package dk.grundskema.api.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a mail tells one person whose calendar has changed.
 *
 * @param title     what the calendar is called
 * @param isFirst   whether nothing was published to the person before; then there are no changes to tell
 * @param soon      changes of today and tomorrow, a sentence each
 * @param later     changes of the days after these, a sentence each
 * @param first     the first day that is another than it was
 * @param today     the day on which it is written, on the plan's clocks
 * @param published when that was published which it tells of, on the plan's clocks
 * @param note      what the planner said of it; may be empty
 * @param page      address of the page of the person's calendar
 * @param choice    address of the page on which the person says to want no more of these mails
 */
public record NoticeMail(
        String title,
        boolean isFirst,
        List<String> soon,
        List<String> later,
        LocalDate first,
        LocalDate today,
        LocalDateTime published,
        String note,
        String page,
        String choice) {
    /** Copies the lists. */
    public NoticeMail {
        soon = List.copyOf(soon);
        later = List.copyOf(later);
    }

    /** How many changes there are. */
    public int count() {
        return soon.size() + later.size();
    }

    /** Nothing of it: it is for one person alone. */
    @Override
    public String toString() {
        return "a mail";
    }
}
