package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;
import java.util.List;

/**
 * The page on which an account is changed.
 *
 * @param organisation id of the organisation
 * @param person       the account as stored
 * @param version      version of the account that changes are based on
 * @param form         typed or stored values
 * @param staff        staff members that the account can be linked to, by name; empty if plans have none
 */
public record PersonPage(
        String organisation, PeoplePage.AccountRow person, long version, PersonForm form, List<StaffChoice> staff) {
    /** Copies the list. */
    public PersonPage {
        staff = List.copyOf(staff);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("person").withStyle("people.css");
    }
}
