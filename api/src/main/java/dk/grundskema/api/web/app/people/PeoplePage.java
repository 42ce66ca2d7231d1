package dk.grundskema.api.web.app.people;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with all who may something in an organisation.
 *
 * @param organisation id of the organisation
 * @param name         what people call it
 * @param people       those who can sign in, by name
 * @param next         id after which there are more; empty if there are none
 * @param code         a code that was just made, to be handed over; {@code null} if none was
 * @param done         what was just done: {@code changed} or {@code removed}; empty if nothing
 * @param form         what was typed to invite somebody
 * @param staff        whom of the staff somebody can be said to be, by name; empty if plans have none
 */
public record PeoplePage(
        String organisation,
        String name,
        List<Person> people,
        String next,
        @Nullable Code code,
        String done,
        PersonForm form,
        List<StaffChoice> staff) {
    /** Copies the lists. */
    public PeoplePage {
        people = List.copyOf(people);
        staff = List.copyOf(staff);
    }

    /**
     * Somebody who can sign in.
     *
     * @param id          the account
     * @param name        first and last name
     * @param signInName  what is typed to sign in
     * @param isKept      whether the organisation's own administrators keep it
     * @param isActive    whether it can be used
     * @param hasPassword whether a password was chosen
     * @param signedIn    when it was signed in to last; {@code null} means never
     * @param roles       what it is in the organisation, by the names of the roles
     */
    public record Person(
            String id,
            String name,
            String signInName,
            boolean isKept,
            boolean isActive,
            boolean hasPassword,
            @Nullable LocalDateTime signedIn,
            List<String> roles) {
        /** Copies the list. */
        public Person {
            roles = List.copyOf(roles);
        }

        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A code by which somebody chooses a password.
     *
     * @param name    whose it is
     * @param code    the code, told this once
     * @param address where it is typed
     */
    public record Code(String name, String code, String address) {
        /** Without the code. */
        @Override
        public String toString() {
            return "a code";
        }
    }
}
