package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with all accounts that have roles in an organisation.
 *
 * @param organisation id of the organisation
 * @param name         name of the organisation
 * @param people       accounts, by name
 * @param next         id after which there are more; empty if there are none
 * @param code         code just created, to hand over; {@code null} if none
 * @param done         what was just done: {@code changed} or {@code removed}; empty if nothing
 * @param form         values of the invitation form
 * @param staff        staff members that an account can be linked to, by name; empty if plans have none
 */
public record PeoplePage(
        String organisation,
        String name,
        List<AccountRow> people,
        String next,
        @Nullable PasswordCode code,
        String done,
        PersonForm form,
        List<StaffChoice> staff) {
    /** Copies the lists. */
    public PeoplePage {
        people = List.copyOf(people);
        staff = List.copyOf(staff);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("people").withStyle("people.css");
    }

    /**
     * A row of an account.
     *
     * @param id          id of the account
     * @param name        first and last name
     * @param signInName  name for signing in
     * @param isKept      whether it is managed by the organisation's own administrators
     * @param isActive    whether it can be used
     * @param hasPassword whether a password is set
     * @param signedIn    time of the last sign-in; {@code null} means never
     * @param roles       names of its roles in the organisation
     */
    public record AccountRow(
            String id,
            String name,
            String signInName,
            boolean isKept,
            boolean isActive,
            boolean hasPassword,
            @Nullable LocalDateTime signedIn,
            List<String> roles) {
        /** Copies the list. */
        public AccountRow {
            roles = List.copyOf(roles);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A code for setting a password.
     *
     * @param name    name of the account's owner
     * @param code    the code, shown only once
     * @param address address of the page where it is entered
     */
    public record PasswordCode(String name, String code, String address) {
        /** Omits the code. */
        @Override
        public String toString() {
            return "a code";
        }
    }
}
