package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.fixture.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupCheckTest {
    private static Group toForm(String id, String... given) {
        return new Group(
                group(id),
                "Team " + id,
                Group.Kind.TEAM,
                Arrays.stream(given)
                        .map(one -> GroupMember.always(student(one)))
                        .toList());
    }

    private static List<Group> twoTeams() {
        return List.of(toForm("a"), toForm("b"));
    }

    @Test
    void groups_of_just_the_smallest_and_the_largest_size_are_fine() {
        assertThat(faults(aScenario()
                        .grouping(1, 2, twoTeams(), "s", "t", "u")
                        .formed("a", "s")
                        .formed("b", "t", "u")))
                .isEmpty();
    }

    @Test
    void a_group_too_small_or_too_large_costs_the_students_it_is_off() {
        assertThat(faults(aScenario()
                        .grouping(2, 2, twoTeams(), "s", "t", "u", "v")
                        .formed("b", "s", "t", "u", "v")))
                .containsExactly(hard("core.group-size", 2, group("a")), hard("core.group-size", 2, group("b")));
    }

    private static Scenario mayStayEmpty() {
        return aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(toForm("a", "x"), toForm("b")),
                        List.of(student("s"), student("t")),
                        2,
                        2,
                        true,
                        Map.of(student("s"), List.of(group("b"))),
                        Map.of(student("t"), 7)));
    }

    @Test
    void a_group_that_may_stay_empty_and_that_nobody_joined_is_fine_and_who_is_without_one_costs_the_need() {
        assertThat(faults(mayStayEmpty()))
                .containsExactly(
                        medium("core.student-without-group", 1, student("s")),
                        medium("core.student-without-group", 7, student("t")));
        assertThat(faults(mayStayEmpty().formed("b", "s", "t"))).isEmpty();
    }

    @Test
    void a_group_that_may_stay_empty_is_too_small_as_soon_as_somebody_joins_it() {
        assertThat(faults(mayStayEmpty().formed("a", "x", "t").formed("b", "s")))
                .containsExactly(hard("core.group-size", 1, group("b")));
    }

    @Test
    void a_student_in_a_group_that_is_not_for_the_student_is_a_fault() {
        assertThat(faults(mayStayEmpty().formed("a", "x", "s")))
                .containsExactly(
                        hard("core.group-not-allowed", 1, student("s"), group("a")),
                        medium("core.student-without-group", 7, student("t")));
    }

    @Test
    void members_given_count_in_the_size_even_if_the_timetable_forgets_them() {
        assertThat(faults(aScenario()
                        .grouping(1, 1, List.of(toForm("a", "s"), toForm("b")), "t", "u")
                        .formed("a", "t")
                        .formed("b", "u")))
                .containsExactly(hard("core.group-size", 1, group("a")));
    }

    @Test
    void a_student_in_no_group_of_the_grouping_lacks_one() {
        assertThat(faults(aScenario()
                        .group("class", "t")
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s")))
                .containsExactly(medium("core.student-without-group", 1, student("t")));
    }

    @Test
    void a_student_in_any_group_of_the_grouping_has_one() {
        assertThat(faults(aScenario().grouping(0, 5, twoTeams(), "s").formed("b", "s")))
                .isEmpty();
    }

    @Test
    void two_who_must_not_be_together_cost_one_whichever_of_them_says_so() {
        for (var vetoing : List.of(List.of("s", "t"), List.of("t", "s"))) {
            assertThat(faults(aScenario()
                            .student(aStudent("s"))
                            .student(aStudent(vetoing.get(0)).neverWith(vetoing.get(1)))
                            .grouping(0, 5, twoTeams(), "s", "t")
                            .formed("b", "s", "t")))
                    .containsExactly(hard("core.never-together", 1, student("s"), student("t"), group("b")));
        }
    }

    @Test
    void a_veto_on_both_sides_is_one_veto() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .student(aStudent("t").neverWith("s"))
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s", "t")))
                .hasSize(1);
    }

    @Test
    void apart_or_in_a_class_that_was_given_they_are_no_fault() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .group("class", "s", "t")
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s")
                        .formed("b", "t")))
                .isEmpty();
    }

    @Test
    void two_given_members_are_no_fault_but_a_third_who_joins_them_is() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .student(aStudent("t"))
                        .student(aStudent("u").neverWith("s"))
                        .grouping(0, 5, List.of(toForm("a", "s", "t")), "u")
                        .formed("a", "s", "t", "u")))
                .containsExactly(hard("core.never-together", 1, student("s"), student("u"), group("a")));
    }

    @Test
    void members_of_a_given_group_are_in_it_even_if_the_timetable_forgets_the_group() {
        var problem = aScenario()
                .group("class", "s")
                .meeting(aMeeting("m").group("class"))
                .meeting(aMeeting("n").student("s"));
        var forgetful = aScenario()
                .meeting(aMeeting("m").group("class"))
                .meeting(aMeeting("n").student("s"));
        assertThat(new TimetableChecker(FixturePlugin::byType).check(problem.problem(), forgetful.timetable()))
                .containsExactly(hard("core.student-in-two-places", 120, student("s"), date("2026-09-07")));
    }
}
