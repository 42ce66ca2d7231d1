package dk.grundskema.api.web.app.people;

import java.util.List;

/**
 * The page on which somebody's access is changed.
 *
 * @param organisation id of the organisation
 * @param person       who it is, as kept
 * @param version      the account's version, on which changes are based
 * @param form         what was typed, or what is kept
 * @param staff        whom of the staff the person can be said to be, by name; empty if plans have none
 */
public record PersonPage(
        String organisation, PeoplePage.Person person, long version, PersonForm form, List<StaffChoice> staff) {
    /** Copies the list. */
    public PersonPage {
        staff = List.copyOf(staff);
    }
}
