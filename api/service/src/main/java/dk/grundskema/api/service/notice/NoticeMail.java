package dk.grundskema.api.service.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Content of the mail for one staff member whose calendar has changed.
 *
 * @param title     title of the calendar
 * @param isFirst   whether this is the first publication that reaches the staff member; then there are no changes
 * @param soon      sentences about changes of today and tomorrow
 * @param later     sentences about changes of later days
 * @param first     first day that changes
 * @param today     current date in the plan's time zone
 * @param published moment of the publication in the plan's time zone
 * @param note      planner's note on the publication; may be empty
 * @param page      address of the calendar's page
 * @param choice    address of the page that turns mails off
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

    /** Returns the number of changes. */
    public int count() {
        return soon.size() + later.size();
    }

    /** Leaves out the content, which is personal. */
    @Override
    public String toString() {
        return "a mail";
    }
}
