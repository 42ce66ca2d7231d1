package dk.grundskema.api.web.app.people;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The page with who saw or changed what about whom.
 *
 * @param organisation id of the organisation
 * @param name         what people call it
 * @param lines        what was seen or changed, the latest first
 * @param next         number before which earlier ones are; 0 if there are none
 */
public record AuditPage(String organisation, String name, List<Line> lines, long next) {
    /** Copies the list. */
    public AuditPage {
        lines = List.copyOf(lines);
    }

    /**
     * Something that was seen or changed.
     *
     * @param at     when
     * @param author who did it; empty if nobody asked for it, or nobody knows any more
     * @param text   what was done
     * @param plan   what the plan is called; empty if it is none in particular, or gone
     * @param person id of whom it is about; empty means everybody of the plan
     */
    public record Line(LocalDateTime at, String author, String text, String plan, String person) {}
}
