package dk.grundskema.domain.demand;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/**
 * Groups that are to be formed from some students: each student joins one of the groups.
 *
 * @param intervention which intervention asks for it
 * @param groups       the groups, without the members that are to be decided; those already named in them stay
 * @param students     who is to be placed, in a stable order, without those already named
 * @param smallest     fewest students in a group, 0 or more
 * @param largest      most students in a group, at least {@code smallest}
 */
public record Grouping(
        InterventionId intervention, List<Group> groups, List<StudentId> students, int smallest, int largest) {
    /** @throws IllegalArgumentException if the sizes are negative or contradict each other */
    public Grouping {
        groups = List.copyOf(groups);
        students = List.copyOf(students);
        if (smallest < 0 || largest < smallest) {
            throw new IllegalArgumentException(
                    "The groups of (%s) are to have (%d) to (%d) students.\nMaybe the two were exchanged?"
                            .formatted(intervention, smallest, largest));
        }
    }
}
