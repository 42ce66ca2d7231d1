package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in which pair, and what was fixed about pairs. */
class PairingTest {
    record Nothing() {}

    private static final Intervention<Nothing> CAFE =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new Nothing());

    private static List<StudentId> some(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    private static Grouping grouping(Pairing pairing) {
        return pairing.grouping(CAFE, "tea", number -> "Pair " + number);
    }

    private static List<List<StudentId>> given(Grouping grouping) {
        return grouping.groups().stream()
                .map(group ->
                        group.members().stream().map(GroupMember::studentId).toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "a b, '', true, 1, 2",
        "a b c, '', true, 1, 3",
        "a b c d e, '', true, 2, 3",
        "a, '', false, 0, 3",
        "a b c, x, false, 1, 3",
        "a b, x, true, 1, 3",
        "a b, x y, true, 2, 2",
        "a, x y z, false, 1, 3"
    })
    void pairsHaveTwoAndThreeAtMost(String ones, String others, boolean comesOut, int pairs, int largest) {
        var pairing = new Pairing(some(ones), some(others), List.of());

        assertThat(pairing.comesOut()).isEqualTo(comesOut);
        if (comesOut) {
            assertThat(grouping(pairing).groups()).hasSize(pairs);
            assertThat(grouping(pairing).largest()).isEqualTo(largest);
        }
    }

    @Test
    void theFewerOfTwoSidesAreGivenAndTheOthersJoin() {
        Grouping more = grouping(new Pairing(some("a b c"), some("x y"), List.of()));

        assertThat(given(more)).containsExactly(some("x"), some("y"));
        assertThat(more.students()).isEqualTo(some("a b c"));
        assertThat(given(grouping(new Pairing(some("a"), some("x y"), List.of()))))
                .containsExactly(some("a"));
    }

    @Test
    void keptPairsComeFirstAndNobodyJoinsThemWhileOthersAreFormed() {
        var pairing = new Pairing(some("a b c d"), List.of(), List.of()).keeping(List.of(some("c a")));
        Grouping grouping = grouping(pairing);

        assertThat(given(grouping)).containsExactly(some("c a"), List.of());
        assertThat(grouping.choices())
                .isEqualTo(Map.of(
                        new StudentId("b"), List.of(new GroupId("cafe/pair/tea/2")),
                        new StudentId("d"), List.of(new GroupId("cafe/pair/tea/2"))));
        var left = grouping(new Pairing(some("a b c"), List.of(), List.of(some("a b"))));
        assertThat(left.choices()).isEqualTo(Map.of(new StudentId("c"), List.of(new GroupId("cafe/pair/tea/1"))));
        assertThat(new Pairing(some("a b c d"), List.of(), List.of(some("a b c"))).comesOut())
                .as("a pair of three is full")
                .isFalse();
    }

    @Test
    void sidesShareNobodyAndAPairOfThemHasBoth() {
        var pairing = new Pairing(some("a b"), some("x y"), List.of(some("a x"), some("x b y"), some("y")));

        assertThat(pairing.isDisjoint()).isTrue();
        assertThat(new Pairing(some("a b"), some("b"), List.of()).isDisjoint()).isFalse();
        assertThat(pairing.hasBothSides(some("a x"))).isTrue();
        assertThat(pairing.hasBothSides(some("a b"))).isFalse();
        assertThat(pairing.hasBothSides(some("x y"))).isFalse();
        assertThat(new Pairing(some("a b"), List.of(), List.of()).hasBothSides(some("a b")))
                .isTrue();
        assertThat(pairing.keptTwice()).isEqualTo(some("x y"));
    }

    @Test
    void theFurtherHalfIsTheOtherSideAndOfAnOddNumberTheSmaller() {
        var levels = new KnownLevels(Map.of(new StudentId("b"), 9, new StudentId("c"), 5, new StudentId("a"), 4));
        var pairing = Pairing.byLevel(some("a b c d e"), levels);

        assertThat(pairing.others()).isEqualTo(some("b c"));
        assertThat(pairing.ones()).isEqualTo(some("a d e"));
    }

    @Test
    void pinsBeyondThePlacesAndOfStudentsWhoMustNotMeetAreFound() {
        Demand demand = new Demand(
                List.of(),
                List.of(),
                List.of(grouping(new Pairing(some("a b c d"), List.of(), List.of()))),
                List.of(),
                List.of(),
                Map.of());
        var school = school().company("a", "", "c")
                .company("b", "", "")
                .company("c", "", "")
                .company("d", "", "")
                .pinned("c", "cafe/pair/tea/1")
                .pinned("b", "cafe/pair/tea/1");
        assertThat(pins(school, demand)).isEmpty();
        assertThat(pins(school.pinned("a", "cafe/pair/tea/1"), demand))
                .containsExactly(
                        Finding.error("cafe.too-many-pins", "/parameters/pairs", "Pair 1", 3, 2),
                        Finding.error("cafe.pinned-veto", "/parameters/pairs", some("a c")));
    }

    private static List<Finding> pins(SchoolProblem school, Demand demand) {
        var found = new FindingList("cafe", school.build());
        Pins.check(school.build(), () -> demand, found, "pairs");
        return found.all();
    }

    @Test
    void pinsOfAKnownDemandAreLookedAtWhateverElseIsWrongAndOthersAreNot() {
        Demand demand = new Demand(
                List.of(),
                List.of(),
                List.of(grouping(new Pairing(some("a b c d"), List.of(), List.of()))),
                List.of(),
                List.of(),
                Map.of());
        var problem = school().company("a", "", "b")
                .company("b", "", "")
                .pinned("a", "cafe/pair/tea/1")
                .pinned("b", "cafe/pair/tea/1")
                .build();
        var found = new FindingList("cafe", problem);
        found.error("odd", "pairs");
        Pins.check(problem, () -> demand, found, "pairs");
        assertThat(found.all()).hasSize(1);

        Pins.check(problem, demand, found, "pairs");
        assertThat(found.all().getLast())
                .isEqualTo(Finding.error("cafe.pinned-veto", "/parameters/pairs", some("a b")));
    }
}
