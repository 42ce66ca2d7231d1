package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationComparisonTest {
    private static RuleViolation fault(String rule, long amount, Object... place) {
        return new RuleViolation(rule, Level.HARD, amount, List.of(place));
    }

    @Test
    void differenceNamesSideAmountAndUnmatchedPlaces() {
        var charged = List.of(fault("core.both", 1, "a"), fault("cafe.late", 2, "b"), fault("cafe.late", 1, "c"));
        var found = List.of(fault("cafe.late", 1, "c"), fault("core.both", 1, "x"), fault("core.lock-kept", 1, "d"));

        assertThat(ViolationComparison.between(charged, found))
                .containsExactly(
                        "cafe.late: the rules charge 3 (2 at [b]), the check finds 1",
                        "core.lock-kept: the rules charge 0, the check finds 1 (1 at [d])");
    }

    @Test
    void differenceNamesAtMostFivePlaces() {
        var many = IntStream.range(0, 9).mapToObj(i -> fault("cafe.late", 1, i)).toList();

        assertThat(ViolationComparison.between(many, List.of()).getFirst())
                .contains("the rules charge 9", "1 at [4]")
                .doesNotContain("[5]");
    }

    @Test
    void aStudentCanBeFixedToAGroupThatIsFormed() {
        var problem = SchoolBuilder.school(1)
                .schoolClass("7A", "ea")
                .memberLock("ea", "cafe-first-1")
                .build();

        assertThat(problem.memberLocks())
                .containsExactly(new MemberLock(new StudentId("ea"), new GroupId("cafe-first-1")));
    }
}
