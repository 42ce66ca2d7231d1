package dk.grundskema.api.service.privacy;

import java.util.List;

/**
 * A person found by name in an organisation's plans.
 *
 * @param id        id in the plans
 * @param isStudent whether it is a student; otherwise a staff member
 * @param name      name in the plans
 * @param classes   distinct classes of the person; empty if none
 * @param plans     distinct titles of the plans with the person
 * @param others    other names that plans have for this id, of the same or another person; empty if none
 */
public record FoundPerson(
        String id, boolean isStudent, String name, List<String> classes, List<String> plans, List<String> others) {
    /** Copies the lists. */
    public FoundPerson {
        classes = List.copyOf(classes);
        plans = List.copyOf(plans);
        others = List.copyOf(others);
    }

    /** Returns the id only. */
    @Override
    public String toString() {
        return id;
    }
}
