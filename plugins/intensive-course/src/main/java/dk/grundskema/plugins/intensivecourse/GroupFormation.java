package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.StudentCompanyWishes;
import java.util.List;

/**
 * The number of groups that are formed of participants, and their places.
 *
 * @param sizes number and sizes of the groups
 */
record GroupFormation(GroupSizes sizes) {
    /** Returns the number of groups formed of a number of students. */
    int groupCount(int students) {
        Integer count = sizes.count();
        return count == null ? Math.ceilDiv(students, sizes.largest()) : count;
    }

    /** Returns how many of a number of students have a place. */
    int placedCount(int students) {
        return Math.min(students, groupCount(students) * sizes.largest());
    }

    /** Adds the warnings {@code <plugin>.too-few-places} and {@code <plugin>.small-groups}, if there are too many or too few students. */
    void check(int students, FindingCollector findings, String place) {
        int groups = groupCount(students);
        int places = groups * sizes.largest();
        findings.warnIf(students > places, "too-few-places", place, students, places);
        findings.warnIf(
                students < groups * sizes.smallest(), "small-groups", place, students, groups, sizes.smallest());
    }

    /**
     * Adds the same warnings, and {@code <plugin>.veto-in-one-group} with two students who must not be together, if all students are in one group.
     */
    void check(List<StudentId> students, Problem problem, FindingCollector findings, String place) {
        check(students.size(), findings, place);
        var vetoed = new StudentCompanyWishes(problem, students).firstVetoedPair(students);
        boolean isOne = groupCount(students.size()) == 1 && students.size() <= sizes.largest();
        findings.warnIf(isOne && !vetoed.isEmpty(), "veto-in-one-group", place, vetoed);
    }
}
