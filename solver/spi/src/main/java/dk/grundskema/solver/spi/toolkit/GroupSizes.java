package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many groups are to be formed, and how large. For the parameters of any plugin.
 *
 * @param smallest fewest students in a group, 1 to 200
 * @param largest  most students in a group, from {@code smallest} to 200
 * @param count    number of groups, 1 to 100; {@code null} means the fewest groups that have a place for every student
 */
public record GroupSizes(
        @Default("1") int smallest,
        @Default("14") int largest,
        @Nullable Integer count) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range */
    public GroupSizes {
        new RecordValidator()
                .range("smallest", smallest, 1, 200)
                .range("largest", largest, smallest, 200)
                .range("count", count == null ? 1 : count, 1, 100)
                .throwIfInvalid();
    }

    /** Returns the number of groups formed of a number of students. */
    public int groupCountFor(int students) {
        return count == null ? Math.ceilDiv(students, largest) : count;
    }

    /** Returns how many of a number of students have a place. */
    public int placedCount(int students) {
        return Math.min(students, groupCountFor(students) * largest);
    }

    /** Adds the warnings {@code <plugin>.too-few-places} and {@code <plugin>.small-groups}, if there are too many or too few students. */
    public void check(int students, FindingCollector findings, String place) {
        int groups = groupCountFor(students);
        int places = groups * largest;
        findings.warnIf(students > places, "too-few-places", place, students, places);
        findings.warnIf(students < groups * smallest, "small-groups", place, students, groups, smallest);
    }

    /**
     * Adds the same warnings, and {@code <plugin>.veto-in-one-group} with two students who must not be together, if all students are in one group.
     */
    public void check(List<StudentId> students, Problem problem, FindingCollector findings, String place) {
        check(students.size(), findings, place);
        var vetoed = new StudentCompanyWishes(problem, students).firstVetoedPair(students);
        boolean isOne = groupCountFor(students.size()) == 1 && students.size() <= largest;
        findings.warnIf(isOne && !vetoed.isEmpty(), "veto-in-one-group", place, vetoed);
    }
}
