package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;

/** Whether people are able to do what they are there for; a pure function. */
@FunctionalInterface
public interface Able {
    /**
     * @param who     somebody in a seat
     * @param role    the seat's role
     * @param subject the session's subject; empty if none
     */
    boolean is(StaffMember who, String role, String subject);

    /**
     * Adds the warning {@code <plugin>.no-teacher} for each subject that nobody can teach, with it and what it takes.
     *
     * @param named who may at all; empty means everybody
     * @param role  the role of teachers
     */
    default void check(
            Problem problem,
            Collection<StaffId> named,
            String role,
            List<SubjectShare> subjects,
            FindingList findings) {
        FindingList.each(subjects, "subjects", (one, place) -> {
            boolean lacks = among(problem, named, role, List.of(one)).isEmpty();
            findings.warnIf(lacks, "no-teacher", place, one.subject(), one.asked());
        });
    }

    /**
     * Who can have a role in some subject, in the problem's order.
     *
     * @param named    who may at all; empty means everybody
     * @param subjects subjects of which one is enough
     */
    default List<StaffId> among(
            Problem problem, Collection<StaffId> named, String role, Collection<SubjectShare> subjects) {
        return problem.staff().stream()
                .filter(who -> named.isEmpty() || named.contains(who.id()))
                .filter(who -> subjects.stream().anyMatch(one -> is(who, role, one.subject())))
                .map(StaffMember::id)
                .toList();
    }
}
