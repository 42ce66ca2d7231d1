package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The page of an organisation's audit log.
 *
 * @param organisation id of the organisation
 * @param name         name of the organisation
 * @param lines        entries, latest first
 * @param next         number before which earlier entries are; 0 if there are none
 */
public record AuditLogPage(String organisation, String name, List<AuditLine> lines, long next) {
    /** Copies the list. */
    public AuditLogPage {
        lines = List.copyOf(lines);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("audit").withStyle("people.css");
    }

    /**
     * An entry of the audit log.
     *
     * @param at     time
     * @param author name of the author; empty if it was automatic or the account was deleted
     * @param text   description
     * @param plan   title of the plan; empty if none or deleted
     * @param person id of the person concerned; empty means everybody in the plan
     */
    public record AuditLine(LocalDateTime at, String author, String text, String plan, String person) {}
}
