package dk.grundskema.solver.rules;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The weeks in which students are in formed groups: a decision names the present group of a student alone. Thread-safe. */
public interface MembershipWeeks {
    /**
     * Returns the weeks in which a student is in a group if the decision names it.
     *
     * @return each week; empty if the student is there in none
     */
    SortedSet<IsoWeek> ifJoined(StudentId student, GroupId group);

    /** Returns the weeks in which students were in a group, each at least one, unless the decision names it now. */
    Map<StudentId, SortedSet<IsoWeek>> former(GroupId group);

    /** Returns the weeks in a plan without a past: those in which students are present, from its first week to its last. */
    static MembershipWeeks inNewPlan(Problem problem) {
        var allWeeks = new TreeSet<>(problem.horizon().allWeeks());
        Map<StudentId, SortedSet<IsoWeek>> present = new HashMap<>();
        problem.students().stream()
                .filter(student ->
                        !student.availability().weeksAway(problem.horizon()).isEmpty())
                .forEach(student -> present.put(student.id(), problem.weeksPresent(student.id())));
        return new MembershipWeeks() {
            @Override
            public SortedSet<IsoWeek> ifJoined(StudentId student, GroupId group) {
                return present.getOrDefault(student, allWeeks);
            }

            @Override
            public Map<StudentId, SortedSet<IsoWeek>> former(GroupId group) {
                return Map.of();
            }
        };
    }
}
