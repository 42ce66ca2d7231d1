package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members of pairs, and locks on pairs. */
class PairGroupingTest {
    record NoParameters() {}

    private static final Intervention<NoParameters> CAFE =
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters());

    private static List<StudentId> some(String ids) {
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(" ")).map(StudentId::new).toList();
    }

    private static KeptPair kept(String ids) {
        return new KeptPair(some(ids), null);
    }

    private static Grouping grouping(PairGrouping pairing) {
        return pairing.grouping(CAFE, "tea", number -> "Pair " + number, one -> Optional.of(GroupMember.always(one)));
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
    void pairsHaveTwoOrThreeStudents(String ones, String others, boolean comesOut, int pairs, int largest) {
        var pairing = new PairGrouping(some(ones), some(others), List.of());

        assertThat(pairing.hasPlaceForEverybody()).isEqualTo(comesOut);
        if (comesOut) {
            assertThat(grouping(pairing).groups()).hasSize(pairs);
            assertThat(grouping(pairing).largest()).isEqualTo(largest);
        }
    }

    @Test
    void smallerSideIsGivenAndTheOtherJoins() {
        Grouping more = grouping(new PairGrouping(some("a b c"), some("x y"), List.of()));

        assertThat(given(more)).containsExactly(some("x"), some("y"));
        assertThat(more.students()).isEqualTo(some("a b c"));
        assertThat(given(grouping(new PairGrouping(some("a"), some("x y"), List.of()))))
                .containsExactly(some("a"));
    }

    @Test
    void keptPairsComeFirstAndStayUnchangedWhileOthersAreFormed() {
        var pairing = new PairGrouping(some("a b c d"), List.of(), List.of())
                .withKeptPairs(List.of(kept("c a"), kept("b x")));
        Grouping grouping = grouping(pairing);

        assertThat(given(grouping)).containsExactly(some("c a"), List.of());
        assertThat(grouping.choices())
                .isEqualTo(Map.of(
                        new StudentId("b"), List.of(new GroupId("cafe/pair/tea/2")),
                        new StudentId("d"), List.of(new GroupId("cafe/pair/tea/2"))));
        var left = grouping(new PairGrouping(some("a b c"), List.of(), List.of(kept("a b"))));
        assertThat(left.choices()).isEqualTo(Map.of(new StudentId("c"), List.of(new GroupId("cafe/pair/tea/1"))));
        assertThat(new PairGrouping(some("a b c d"), List.of(), List.of(kept("a b c"))).hasPlaceForEverybody())
                .as("a pair of three is full")
                .isFalse();
    }

    @Test
    void overlappingSidesAndPairsOfOneSideAreDetected() {
        var pairing = new PairGrouping(some("a b"), some("x y"), List.of(kept("a x"), kept("x b y"), kept("y b")));

        assertThat(pairing.isDisjoint()).isTrue();
        assertThat(new PairGrouping(some("a b"), some("b"), List.of()).isDisjoint())
                .isFalse();
        assertThat(pairing.hasBothSides(some("a x"))).isTrue();
        assertThat(pairing.hasBothSides(some("a b"))).isFalse();
        assertThat(pairing.hasBothSides(some("x y"))).isFalse();
        assertThat(new PairGrouping(some("a b"), List.of(), List.of()).hasBothSides(some("a b")))
                .isTrue();
        assertThat(pairing.studentsInSeveralKeptPairs()).isEqualTo(some("x b y"));
    }

    @Test
    void strongerHalfIsTheOtherSideAndTheSmallerOneOfAnOddNumber() {
        var levels = new KnownLevels(Map.of(new StudentId("b"), 9, new StudentId("c"), 5, new StudentId("a"), 4));
        var pairing = PairGrouping.byLevel(some("a b c d e"), levels);

        assertThat(pairing.others()).isEqualTo(some("b c"));
        assertThat(pairing.ones()).isEqualTo(some("a d e"));
    }

    @Test
    void pairIdsAreThoseOfTheGroupingAlsoForUnevenSides() {
        var pairing = new PairGrouping(some("a b c d"), List.of(), List.of(kept("c a")));

        assertThat(pairing.pairIds(CAFE, "tea"))
                .isEqualTo(grouping(pairing).groups().stream().map(Group::id).toList());
        assertThat(pairing.formed(CAFE, "tea")).containsExactly(new GroupId("cafe/pair/tea/2"));
        assertThat(new PairGrouping(some("a"), some("x y z"), List.of()).pairIds(CAFE, "tea"))
                .containsExactly(new GroupId("cafe/pair/tea/1"));
    }

    @Test
    void locksBeyondThePlacesAndOfVetoedPairsAreReported() {
        var four = new PairGrouping(some("a b c d"), List.of(), List.of());
        var school = school().student(aStudent("a").neverWith("c"))
                .student("b")
                .student("c")
                .student("d")
                .memberLock("c", "cafe/pair/tea/1")
                .memberLock("b", "cafe/pair/tea/1");
        assertThat(pins(school, four)).isEmpty();
        assertThat(pins(school.memberLock("a", "cafe/pair/tea/1"), four))
                .containsExactly(
                        Finding.error("cafe.too-many-pins", "/parameters/pairs", new GroupId("cafe/pair/tea/1"), 3, 2),
                        Finding.error("cafe.pinned-veto", "/parameters/pairs", some("a c")));
    }

    @Test
    void pinnedStudentTakesAPlaceAndJoinsAKeptPairOnlyIfLeftOver() {
        var school = school().student(aStudent("x").neverWith("a")).student("a").memberLock("a", "cafe/pair/tea/1");
        assertThat(pins(school, new PairGrouping(some("a b c d"), some("x y"), List.of())))
                .containsExactly(Finding.error("cafe.pinned-veto", "/parameters/pairs", some("a x")));
        assertThat(pins(school, new PairGrouping(some("a b c d"), List.of(), List.of(kept("b c")))))
                .containsExactly(
                        Finding.error("cafe.too-many-pins", "/parameters/pairs", new GroupId("cafe/pair/tea/1"), 3, 2));
        assertThat(pins(school, new PairGrouping(some("a b c"), List.of(), List.of(kept("b c")))))
                .isEmpty();
    }

    private static List<Finding> pins(SchoolBuilder school, PairGrouping pairing) {
        var found = new FindingCollector("cafe", school.build());
        new PairValidator(school.build(), LessonsByPerson.of(school.build()), found)
                .checkFixed(CAFE, "tea", pairing, "pairs");
        return found.all();
    }

    private static List<Finding> formed(PairGrouping pairing, boolean hasSides) {
        var found = new FindingCollector("cafe", school().build());
        new PairValidator(school().build(), LessonsByPerson.of(school().build()), found)
                .checkFormed("tea", pairing, hasSides, "sets/0");
        return found.all();
    }

    @Test
    void tooSmallSetsAndUnevenOrOverlappingSidesAreErrors() {
        assertThat(formed(new PairGrouping(some("a b"), List.of(), List.of()), false))
                .isEmpty();
        assertThat(formed(new PairGrouping(some("a"), some("x"), List.of()), true))
                .isEmpty();
        assertThat(formed(new PairGrouping(some("a"), List.of(), List.of()), false))
                .containsExactly(Finding.error("cafe.set-too-small", "/parameters/sets/0", "tea", 1));
        assertThat(formed(new PairGrouping(some("a b"), List.of(), List.of()), true))
                .containsExactly(Finding.error("cafe.uneven-sides", "/parameters/sets/0", "tea", 2, 0));
        assertThat(formed(new PairGrouping(some("a"), some("x"), List.of()), false))
                .containsExactly(Finding.error("cafe.uneven-sides", "/parameters/sets/0", "tea", 1, 1));
        assertThat(formed(new PairGrouping(some("a b c"), some("x"), List.of()), true))
                .containsExactly(Finding.error("cafe.uneven-sides", "/parameters/sets/0", "tea", 3, 1));
        assertThat(formed(new PairGrouping(some("a b"), some("b c"), List.of()), true))
                .containsExactly(Finding.error("cafe.on-both-sides", "/parameters/sets/0", "tea"));
        assertThat(formed(new PairGrouping(some("a b c d"), List.of(), List.of(kept("a b"), kept("b c"))), false))
                .containsExactly(Finding.error("cafe.in-two-pairs", "/parameters/pairs", new StudentId("b")));
    }

    private static List<Finding> about(KeptPair pair, SchoolBuilder school, PairGrouping... all) {
        var problem = school.build();
        var found = new FindingCollector("cafe", problem);
        new PairValidator(problem, LessonsByPerson.of(problem), found).checkKept(pair, List.of(all), "pairs/0");
        return found.all();
    }

    @Test
    void keptPairNeedsOneSetBothSidesNoVetoAndATeacherOfOneOfThem() {
        var school = school().teacher("MH")
                .teacher("LK")
                .student("a", "4a", Availability.always())
                .student(aStudent("b").neverWith("x"))
                .student("x")
                .group("4a", Group.Kind.CLASS)
                .lesson("a1", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Danish", "4a", "MH");
        var pair = new KeptPair(some("x a"), new StaffId("MH"));
        var sides = new PairGrouping(some("a b"), some("x y"), List.of(pair));
        var equals = new PairGrouping(some("a b c d"), List.of(), List.of(pair));

        assertThat(about(pair, school, equals, sides)).isEmpty();
        assertThat(about(pair, school))
                .containsExactly(Finding.error("cafe.pair-in-no-set", "/parameters/pairs/0", some("x a")));
        assertThat(about(kept("a b"), school, sides.withKeptPairs(List.of(kept("a b")))))
                .containsExactly(Finding.error("cafe.pair-without-tutor", "/parameters/pairs/0", some("a b")));
        assertThat(about(kept("x b"), school, sides.withKeptPairs(List.of(kept("x b")))))
                .containsExactly(Finding.error("cafe.pinned-veto", "/parameters/pairs/0", some("b x")));
        var stranger = new KeptPair(some("x a"), new StaffId("LK"));
        assertThat(about(stranger, school, sides.withKeptPairs(List.of(stranger))))
                .containsExactly(Finding.warning(
                        "cafe.confirmed-by-stranger", "/parameters/pairs/0/confirmedBy", new StaffId("LK")));
    }
}
