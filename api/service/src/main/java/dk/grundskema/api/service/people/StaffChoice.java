package dk.grundskema.api.service.people;

/**
 * A staff member to choose.
 *
 * @param id   id in the plans
 * @param name name, with an addition if it is not unique
 */
public record StaffChoice(String id, String name) {
    /** Returns the id only. */
    @Override
    public String toString() {
        return id;
    }
}
