package dk.grundskema.api.web.app.people;

/**
 * Somebody of the staff who may be chosen.
 *
 * @param id   by which plans know the person
 * @param name what people call the person, with what tells them from others of that name
 */
public record StaffChoice(String id, String name) {
    /** Only the id. */
    @Override
    public String toString() {
        return id;
    }
}
