package dk.grundskema.api.web.app.people;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed about somebody.
 *
 * @param name       first and last name
 * @param signInName what is typed to sign in
 * @param roles      names of the roles
 * @param staff      which of the staff it is, as plans have it; empty if none
 * @param isActive   whether the account can be used
 * @param wrong      what is wrong, by the field: {@code name}, {@code signInName}, {@code roles} or {@code staff}
 * @param troubles   what is wrong with the whole
 */
public record PersonForm(
        String name,
        String signInName,
        Set<String> roles,
        String staff,
        boolean isActive,
        Map<String, String> wrong,
        List<String> troubles) {
    /** The roles that there are, the one that may most first. */
    public static final List<String> ROLES = List.of("ADMINISTRATOR", "PLANNER", "COORDINATOR", "READER", "STAFF");

    /** Nothing typed yet. */
    public static final PersonForm EMPTY = new PersonForm("", "", Set.of(), "", true, Map.of(), List.of());

    /** Copies set, map and list. */
    public PersonForm {
        roles = Set.copyOf(roles);
        wrong = Map.copyOf(wrong);
        troubles = List.copyOf(troubles);
    }

    /** The same with what is wrong. */
    public PersonForm wrong(Map<String, String> fields, List<String> whole) {
        return new PersonForm(name, signInName, roles, staff, isActive, fields, whole);
    }

    /** What is wrong with a field; empty if nothing is. */
    public String wrongWith(String field) {
        return wrong.getOrDefault(field, "");
    }

    /** Whether somebody of the staff is said who is none of those to choose from. */
    public boolean isOther(List<StaffChoice> choices) {
        return !staff.isBlank() && choices.stream().noneMatch(one -> one.id().equals(staff));
    }

    /** Nothing of what was typed. */
    @Override
    public String toString() {
        return "somebody";
    }
}
