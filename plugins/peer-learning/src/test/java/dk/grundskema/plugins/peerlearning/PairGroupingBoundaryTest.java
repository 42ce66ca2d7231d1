package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.MemberLockCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Kept pairs, sides of equal size, and group requirements that apply only without other errors. */
class PairGroupingBoundaryTest {
    private static List<StudentId> some(String ids) {
        return Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    private static KeptPair kept(String ids) {
        return new KeptPair(some(ids), null);
    }

    private static Grouping grouping(PairGrouping pairing) {
        return pairing.grouping(
                CafeTimetableBuilder.CAFE,
                "tea",
                number -> "Pair " + number,
                one -> Optional.of(GroupMember.always(one)));
    }

    @Test
    void studentLeftAloneMayJoinTwoOthers() {
        var pairing = new PairGrouping(some("a b c d"), List.of(), List.of());
        assertThat(grouping(pairing).largest()).isEqualTo(2);
        assertThat(grouping(pairing.withChanging(true)).largest()).isEqualTo(3);
        assertThat(grouping(pairing.withChanging(true)).smallest()).isEqualTo(2);
    }

    @Test
    void groupingWithoutPairsHasNoPlaceForEverybody() {
        assertThat(new PairGrouping(List.of(), List.of(), List.of()).hasPlaceForEverybody())
                .isFalse();
        assertThat(new PairGrouping(some("a b"), List.of(), List.of(kept("a b"))).hasPlaceForEverybody())
                .as("a kept pair is a pair")
                .isTrue();
    }

    @Test
    void numberOfFormedPairsMayEqualThatOfKeptPairs() {
        assertThat(new PairGrouping(some("a b c d"), List.of(), List.of(kept("a b"))).hasPlaceForEverybody())
                .isTrue();
    }

    @Test
    void secondOfTwoEqualSidesIsGiven() {
        Grouping grouping = grouping(new PairGrouping(some("a b"), some("x y"), List.of()));

        assertThat(grouping.groups())
                .extracting(group ->
                        group.members().stream().map(GroupMember::studentId).toList())
                .containsExactly(some("x"), some("y"));
        assertThat(grouping.students()).isEqualTo(some("a b"));
    }

    @Test
    void leftOverStudentJoinsAPairOfTwoButNotOfThree() {
        Grouping grouping =
                grouping(new PairGrouping(some("a b c d e f"), List.of(), List.of(kept("a b c"), kept("d e"))));

        assertThat(grouping.choices()).isEqualTo(Map.of(new StudentId("f"), List.of(new GroupId("cafe/pair/tea/2"))));
    }

    @Test
    void groupsAreNotCheckedAfterAnError() {
        var found = new FindingCollector("cafe", school().build());
        found.error("other", "x");
        MemberLockCheck.check(
                school().build(),
                () -> {
                    throw new IllegalStateException();
                },
                found,
                "groups");

        assertThat(found.all()).hasSize(1);
    }
}
