package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Student;

/**
 * The decision which group of a grouping a student joins.
 *
 * @param grouping the groups to choose from
 * @param student  who joins
 */
public record Membership(Grouping grouping, Student student) {
    /** Tells decisions apart without looking at all that the groups and their students are: there are thousands of them. */
    @Override
    public int hashCode() {
        return 31 * grouping.intervention().hashCode() + student.id().hashCode();
    }
}
