package dk.grundskema.api.service.people;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of an account.
 *
 * @param name        first and last name
 * @param signInName  name for signing in
 * @param roles       names of the roles
 * @param staff       id of the linked staff member; empty if none
 * @param isActive    whether the account can be used
 * @param fieldErrors errors by field: {@code name}, {@code signInName}, {@code roles} or {@code staff}
 * @param errors      errors of the whole form
 */
public record PersonForm(
        String name,
        String signInName,
        Set<String> roles,
        String staff,
        boolean isActive,
        Map<String, String> fieldErrors,
        List<String> errors) {
    /** All roles, most powerful first. */
    public static final List<String> ROLES = List.of("ADMINISTRATOR", "PLANNER", "COORDINATOR", "READER", "STAFF");

    /** An empty form. */
    public static final PersonForm EMPTY = new PersonForm("", "", Set.of(), "", true, Map.of(), List.of());

    /** Copies set, map and list. */
    public PersonForm {
        roles = Set.copyOf(roles);
        fieldErrors = Map.copyOf(fieldErrors);
        errors = List.copyOf(errors);
    }

    /** Returns a copy with errors. */
    public PersonForm withErrors(Map<String, String> fields, List<String> whole) {
        return new PersonForm(name, signInName, roles, staff, isActive, fields, whole);
    }

    /** Returns the error of a field; empty if valid. */
    public String errorOf(String field) {
        return fieldErrors.getOrDefault(field, "");
    }

    /** Returns whether the linked staff member is not among the choices. */
    public boolean isOther(List<StaffChoice> choices) {
        return !staff.isBlank() && choices.stream().noneMatch(one -> one.id().equals(staff));
    }

    /** Contains no typed values. */
    @Override
    public String toString() {
        return "somebody";
    }
}
