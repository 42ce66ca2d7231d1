package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Student;

/**
 * The decision which group of a grouping a student joins.
 *
 * @param grouping the groups to choose from
 * @param student  the student
 */
public record Membership(Grouping grouping, Student student) {
    /** Hashes only the two ids: there are thousands of memberships, and hashing all components of groupings is slow. */
    @Override
    public int hashCode() {
        return 31 * grouping.intervention().hashCode() + student.id().hashCode();
    }
}
