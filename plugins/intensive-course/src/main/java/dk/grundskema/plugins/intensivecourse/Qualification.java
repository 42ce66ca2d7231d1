package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.util.Collection;
import java.util.List;

/** A predicate on whether a staff member is qualified for a role; a pure function. */
@FunctionalInterface
interface Qualification {
    /**
     * @param who     the staff member
     * @param role    role of the seat
     * @param subject subject of the session; empty if none
     */
    boolean isQualified(StaffMember who, String role, String subject);

    /**
     * Adds the warning {@code <plugin>.no-teacher} for each subject without a qualified teacher, with the subject and the required skill.
     *
     * @param named possible staff members; empty means all
     * @param role  role of teachers
     */
    default void checkSubjectsHaveTeachers(
            Problem problem,
            Collection<StaffId> named,
            String role,
            List<SubjectShare> subjects,
            FindingCollector findings) {
        FindingCollector.forEach(subjects, "subjects", (one, place) -> {
            boolean lacks = qualifiedStaff(problem, named, role, List.of(one)).isEmpty();
            findings.warnIf(lacks, "no-teacher", place, one.subject(), one.requiredSkill());
        });
    }

    /**
     * Returns the staff members who are qualified for a role in at least one subject, in the problem's order.
     *
     * @param named    possible staff members; empty means all
     * @param subjects subjects of which one is sufficient
     */
    default List<StaffId> qualifiedStaff(
            Problem problem, Collection<StaffId> named, String role, Collection<SubjectShare> subjects) {
        return problem.staff().stream()
                .filter(who -> named.isEmpty() || named.contains(who.id()))
                .filter(who -> subjects.stream().anyMatch(one -> isQualified(who, role, one.subject())))
                .map(StaffMember::id)
                .toList();
    }
}
