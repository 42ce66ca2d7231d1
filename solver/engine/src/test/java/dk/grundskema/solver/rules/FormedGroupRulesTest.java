package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormedGroupRulesTest {
    private static final String VETO = "core.never-together";
    private static final String SIZE = "core.group-size";
    private static final String NO_GROUP = "core.student-without-group";
    private static final String WISHED = "core.wished-company";
    private static final String EVEN = "core.even-groups";
    private static final String MIXED = "core.mixed-schools";

    private static Group team(String id, String... given) {
        return new Group(
                group(id),
                id,
                Group.Kind.TEAM,
                Arrays.stream(given)
                        .map(one -> GroupMember.always(student(one)))
                        .toList());
    }

    private static TrialPlan join(TrialPlan trial, String team, String... students) {
        Arrays.stream(students).forEach(one -> trial.join(student(one), group(team)));
        return trial;
    }

    private static Scenario redAndBlue(int smallest, int largest, String... students) {
        return aScenario().grouping(smallest, largest, List.of(team("red"), team("blue")), students);
    }

    // Groups that may stay empty.

    private static Scenario mayStayEmpty(Map<StudentId, List<GroupId>> choices, Map<StudentId, Integer> needs) {
        return aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(team("red", "ani"), team("blue")),
                        Stream.of("dea", "eli", "fie", "gry")
                                .map(RuleTrials::student)
                                .toList(),
                        2,
                        3,
                        true,
                        choices,
                        needs));
    }

    @Test
    void emptyOptionalGroupIsNotTooSmallAndAJoinedOneMayBe() {
        Scenario scenario = mayStayEmpty(Map.of(), Map.of());
        assertThat(charges(SIZE, emptyTrial(scenario))).isEmpty();
        assertThat(charges(SIZE, join(emptyTrial(scenario), "blue", "dea"))).containsExactly(charge(1, group("blue")));
        assertThat(charges(SIZE, join(emptyTrial(scenario), "blue", "dea", "eli")))
                .isEmpty();
        assertThat(charges(SIZE, join(emptyTrial(scenario), "red", "dea"))).isEmpty();
        assertThat(charges(SIZE, join(emptyTrial(scenario), "red", "dea", "eli", "fie")))
                .containsExactly(charge(1, group("red")));
    }

    @Test
    void optionalGroupsNeedBeNeitherEvenNorMixed() {
        Scenario scenario = mayStayEmpty(Map.of(), Map.of());
        Stream.of("ani", "dea", "eli")
                .forEach(one -> scenario.student(aStudent(one).school("north")));
        Stream.of("fie", "gry").forEach(one -> scenario.student(aStudent(one).school("south")));
        TrialPlan together = join(emptyTrial(scenario), "red", "dea", "eli");
        assertThat(charges(EVEN, together)).isEmpty();
        assertThat(charges(MIXED, together)).isEmpty();
    }

    @Test
    void aStudentWithoutAGroupCostsTheNeedOfOne() {
        Scenario scenario = mayStayEmpty(Map.of(), Map.of(student("dea"), 10, student("eli"), 4));
        assertThat(charges(NO_GROUP, emptyTrial(scenario)))
                .containsExactly(
                        charge(10, student("dea")),
                        charge(4, student("eli")),
                        charge(1, student("fie")),
                        charge(1, student("gry")));
        assertThat(charges(NO_GROUP, join(emptyTrial(scenario), "blue", "dea", "fie")))
                .containsExactly(charge(4, student("eli")), charge(1, student("gry")));
    }

    @Test
    void studentInAGroupOfAnotherGroupingCostsOne() {
        Scenario scenario = mayStayEmpty(Map.of(student("dea"), List.of(group("blue"))), Map.of());
        String rule = "core.group-not-allowed";
        assertThat(charges(rule, join(emptyTrial(scenario), "blue", "dea", "eli")))
                .isEmpty();
        assertThat(charges(rule, join(emptyTrial(scenario), "red", "eli"))).isEmpty();
        assertThat(charges(rule, join(emptyTrial(scenario), "red", "dea")))
                .containsExactly(charge(1, student("dea"), group("red")));
    }

    // Vetoes.

    @Test
    void vetoInOneGroupCostsOneInBothDirections() {
        for (String says : List.of("dea", "eli")) {
            var scenario = redAndBlue(0, 9, "dea", "eli")
                    .student(aStudent(says).neverWith(says.equals("dea") ? "eli" : "dea"));
            assertThat(charges(VETO, emptyTrial(scenario))).isEmpty();
            assertThat(charges(VETO, join(emptyTrial(scenario), "red", "dea"))).isEmpty();
            assertThat(charges(VETO, join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli")))
                    .isEmpty();
            assertThat(charges(VETO, join(emptyTrial(scenario), "blue", "dea", "eli")))
                    .containsExactly(charge(1, student("dea"), student("eli"), group("blue")));
        }
    }

    @Test
    void vetoWithAGivenMemberCostsOneAndBetweenGivenMembersNothing() {
        var scenario = aScenario()
                .student(aStudent("dea").neverWith("eli").neverWith("fie"))
                .grouping(0, 9, List.of(team("red", "dea", "eli"), team("blue")), "fie");
        assertThat(charges(VETO, emptyTrial(scenario))).isEmpty();
        assertThat(charges(VETO, join(emptyTrial(scenario), "blue", "fie"))).isEmpty();
        assertThat(charges(VETO, join(emptyTrial(scenario), "red", "fie")))
                .containsExactly(charge(1, student("dea"), student("fie"), group("red")));
    }

    @Test
    void studentsWithoutVetoMayShareAGroup() {
        var scenario =
                redAndBlue(0, 9, "dea", "eli", "fie").student(aStudent("dea").neverWith("eli"));
        assertThat(charges(VETO, join(emptyTrial(scenario), "red", "dea", "fie")))
                .isEmpty();
    }

    @Test
    void eachPairWithAVetoIsCharged() {
        var scenario = redAndBlue(0, 9, "dea", "eli", "fie")
                .student(aStudent("dea").neverWith("eli").neverWith("fie"))
                .student(aStudent("fie").neverWith("dea"));
        assertThat(charges(VETO, join(emptyTrial(scenario), "red", "dea", "eli", "fie")))
                .hasSize(2);
    }

    // Sizes.

    @Test
    void groupWithinItsSizesCostsNothingAndEachStudentMoreOrLessCostsOne() {
        String[] five = {"dea", "eli", "fie", "gry", "hjalte"};
        assertThat(charges(
                        SIZE,
                        join(
                                join(emptyTrial(redAndBlue(2, 3, five)), "red", "dea", "eli"),
                                "blue",
                                "fie",
                                "gry",
                                "hjalte")))
                .isEmpty();
        assertThat(charges(SIZE, join(emptyTrial(redAndBlue(2, 3, five)), "red", five)))
                .containsExactlyInAnyOrder(charge(2, group("red")), charge(2, group("blue")));
        assertThat(charges(
                        SIZE,
                        join(
                                join(emptyTrial(redAndBlue(2, 3, five)), "red", "dea", "eli", "fie", "gry"),
                                "blue",
                                "hjalte")))
                .containsExactlyInAnyOrder(charge(1, group("red")), charge(1, group("blue")));
    }

    @Test
    void givenMembersCountForTheSize() {
        var scenario = aScenario().grouping(0, 1, List.of(team("red", "dea", "eli"), team("blue")), "fie");
        assertThat(charges(SIZE, emptyTrial(scenario))).containsExactly(charge(1, group("red")));
        assertThat(charges(SIZE, join(emptyTrial(scenario), "red", "fie"))).containsExactly(charge(2, group("red")));
    }

    @Test
    void aStudentInNoGroupCostsOne() {
        var scenario = redAndBlue(0, 9, "dea", "eli");
        assertThat(charges(NO_GROUP, emptyTrial(scenario)))
                .containsExactlyInAnyOrder(charge(1, student("dea")), charge(1, student("eli")));
        assertThat(charges(NO_GROUP, join(emptyTrial(scenario), "red", "eli")))
                .containsExactly(charge(1, student("dea")));
        assertThat(charges(NO_GROUP, join(emptyTrial(scenario), "red", "eli", "dea")))
                .isEmpty();
    }

    // Company.

    @Test
    void unmetWishForCompanyCostsOneInBothDirections() {
        for (String wishes : List.of("dea", "eli")) {
            var scenario = redAndBlue(0, 9, "dea", "eli", "fie")
                    .student(aStudent(wishes).wishedWith(wishes.equals("dea") ? "eli" : "dea"));
            assertThat(charges(WISHED, join(emptyTrial(scenario), "red", "dea", "eli")))
                    .isEmpty();
            assertThat(charges(WISHED, join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli", "fie")))
                    .containsExactly(charge(1, student("dea"), student("eli")));
        }
    }

    @Test
    void mutualWishIsOnePair() {
        var scenario = redAndBlue(0, 9, "dea", "eli")
                .student(aStudent("dea").wishedWith("eli"))
                .student(aStudent("eli").wishedWith("dea"));
        assertThat(charges(WISHED, join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli")))
                .hasSize(1);
    }

    @Test
    void studentWithoutGroupIsNotInADifferentGroup() {
        var scenario = redAndBlue(0, 9, "dea", "eli").student(aStudent("dea").wishedWith("eli"));
        assertThat(charges(WISHED, emptyTrial(scenario))).isEmpty();
        assertThat(charges(WISHED, join(emptyTrial(scenario), "red", "dea"))).isEmpty();
        assertThat(charges(WISHED, join(emptyTrial(scenario), "red", "eli"))).isEmpty();
    }

    @Test
    void aWishForAGivenMemberCountsAndOneBetweenGivenMembersDoesNot() {
        var scenario = aScenario()
                .student(aStudent("dea").wishedWith("eli"))
                .student(aStudent("fie").wishedWith("dea"))
                .grouping(0, 9, List.of(team("red", "dea"), team("blue", "eli")), "fie");
        assertThat(charges(WISHED, join(emptyTrial(scenario), "red", "fie"))).isEmpty();
        assertThat(charges(WISHED, join(emptyTrial(scenario), "blue", "fie")))
                .containsExactly(charge(1, student("dea"), student("fie")));
    }

    @Test
    void weightOfTheProblemApplies() {
        var scenario = redAndBlue(1, 1, "dea", "eli").student(aStudent("dea").wishedWith("eli"));
        assertThat(join(join(emptyTrial(scenario), "red", "dea"), "blue", "eli")
                        .score()
                        .soft())
                .isEqualTo(-3);
        assertThat(join(join(emptyTrial(scenario.weight(WISHED, 50)), "red", "dea"), "blue", "eli")
                        .score()
                        .soft())
                .isEqualTo(-50);
        assertThat(join(join(emptyTrial(scenario.weight(WISHED, 0)), "red", "dea"), "blue", "eli")
                        .score()
                        .soft())
                .isZero();
    }

    // Even and mixed.

    @Test
    void evenGroupCostsNothingAndOthersTheSquareOfTheDeviation() {
        String[] five = {"dea", "eli", "fie", "gry", "hjalte"};
        assertThat(charges(
                        EVEN,
                        join(
                                join(emptyTrial(redAndBlue(0, 9, five)), "red", "dea", "eli"),
                                "blue",
                                "fie",
                                "gry",
                                "hjalte")))
                .isEmpty();
        assertThat(charges(
                        EVEN,
                        join(
                                join(emptyTrial(redAndBlue(0, 9, five)), "red", "dea"),
                                "blue",
                                "eli",
                                "fie",
                                "gry",
                                "hjalte")))
                .containsExactlyInAnyOrder(charge(1, group("red")), charge(1, group("blue")));
        assertThat(charges(EVEN, join(emptyTrial(redAndBlue(0, 9, five)), "red", five)))
                .containsExactlyInAnyOrder(charge(4, group("red")), charge(4, group("blue")));
    }

    @Test
    void givenMembersCountForEvenness() {
        var scenario = aScenario().grouping(0, 9, List.of(team("red", "dea", "eli", "fie"), team("blue")), "gry");
        assertThat(charges(EVEN, join(emptyTrial(scenario), "blue", "gry")))
                .containsExactlyInAnyOrder(charge(1, group("red")), charge(1, group("blue")));
    }

    @Test
    void eachStudentOfASchoolBeyondItsEvenShareCostsOne() {
        var scenario = redAndBlue(0, 9, "dea", "eli", "fie", "gry", "hjalte")
                .student(aStudent("dea").school("north"))
                .student(aStudent("eli").school("north"))
                .student(aStudent("fie").school("north"))
                .student(aStudent("gry").school("south"));
        assertThat(charges(
                        MIXED, join(join(emptyTrial(scenario), "red", "dea", "eli"), "blue", "fie", "gry", "hjalte")))
                .isEmpty();
        assertThat(charges(MIXED, join(emptyTrial(scenario), "red", "dea", "eli", "fie", "gry", "hjalte")))
                .containsExactly(charge(1, group("red"), new SchoolId("north")));
    }

    @Test
    void givenMembersCountForTheirSchool() {
        var scenario = aScenario()
                .student(aStudent("dea").school("north"))
                .student(aStudent("eli").school("north"))
                .student(aStudent("fie").school("north"))
                .student(aStudent("gry").school("north"))
                .grouping(0, 9, List.of(team("red", "dea", "eli", "hjalte"), team("blue")), "fie", "gry");
        assertThat(charges(MIXED, join(emptyTrial(scenario), "blue", "fie", "gry")))
                .isEmpty();
        assertThat(charges(MIXED, join(emptyTrial(scenario), "red", "fie", "gry")))
                .containsExactly(charge(2, group("red"), new SchoolId("north")));
    }

    @Test
    void wishForAStudentOfAnotherGroupingCostsNothing() {
        var scenario = aScenario()
                .grouping(0, 9, List.of(team("red"), team("blue")), "dea", "fie")
                .grouping(0, 9, List.of(team("green")), "eli")
                .student(aStudent("dea").wishedWith("eli"));
        TrialPlan apart = join(join(join(emptyTrial(scenario), "red", "dea"), "blue", "fie"), "green", "eli");
        assertThat(charges(WISHED, apart)).isEmpty();
    }
}
