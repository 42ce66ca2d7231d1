package dk.grundskema.api.server.plans;

import java.util.List;

/**
 * Somebody whom an organisation's plans call by what was looked for.
 *
 * @param id        what plans know the person by
 * @param isStudent whether it is a student; otherwise the person is staff
 * @param name      what plans call the person
 * @param classes   classes that plans say the person is in, each once; empty if none is said
 * @param plans     titles of the plans that have the person, each once
 * @param others    what else plans call whoever has that id: the same person by another name, or somebody else; empty means nothing else
 */
public record Namesake(
        String id, boolean isStudent, String name, List<String> classes, List<String> plans, List<String> others) {
    /** Copies the lists. */
    public Namesake {
        classes = List.copyOf(classes);
        plans = List.copyOf(plans);
        others = List.copyOf(others);
    }

    /** Only the id. */
    @Override
    public String toString() {
        return id;
    }
}
