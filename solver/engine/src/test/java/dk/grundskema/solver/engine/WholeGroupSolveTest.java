package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups are formed together with times, rooms and tutor. */
class WholeGroupSolveTest {
    private static Timetable solve(Planner planner, Problem problem, long steps) throws InterruptedException {
        return planner.start(StepLimitedSolves.request(problem, steps, 1, 1, null), StepLimitedSolves.NOBODY)
                .await();
    }

    private static List<StudentId> served(Timetable plan) {
        return plan.groups().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.studentId())
                .toList();
    }

    private static Planner without() {
        return StepLimitedSolves.planner()
                .withoutMoveFamily("BUILD_GROUP")
                .withoutMoveFamily("REBUILD_GROUPS")
                .withoutMoveFamily("REPLAN_GROUP")
                .withoutMoveFamily("TAKE_PLACE");
    }

    @Test
    void firstPlanHasCompleteGroupsAndPlacesTheGreatestNeed() throws InterruptedException {
        Timetable first = solve(without(), SmallGroupsSchool.of(12, 2, 4, 1).problem(), 1);

        assertThat(first.score().hard()).isZero();
        assertThat(served(first)).contains(new StudentId("student-9")).hasSizeBetween(4, 6);
        assertThat(first.meetings()).hasSize(8).allMatch(meeting -> meeting.roomId() != null);
        assertThat(first.meetings())
                .allMatch(meeting -> meeting.seats().getFirst().staffId() != null);
    }

    /** The tutor is also the only candidate for another seat of the first session: the group's seat comes first. */
    @Test
    void tutorTakesOnlyOneSeatOfASession() throws InterruptedException {
        Scenario school = SmallGroupsSchool.of(3, 1, 2, 1).seat(SmallGroupsSchool.another(1, 1, "tutor-1"));

        Timetable first = solve(without(), school.problem(), 1);

        assertThat(first.score().hard()).isZero();
        assertThat(served(first)).hasSize(3);
        assertThat(first.meetings()).hasSize(2);
        assertThat(first.meetings())
                .flatExtracting(Meeting::seats)
                .filteredOn(seat -> seat.role().equals("teacher"))
                .allMatch(seat -> seat.staffId() == null);
    }

    /** Thirteen students, twelve places: student 10, who has the smallest need, gets none. */
    @Test
    void smallestNeedIsUnservedIfOnePlaceIsMissing() throws InterruptedException {
        Problem problem = SmallGroupsSchool.of(13, 4, 4, 3).problem();

        Timetable plan = solve(StepLimitedSolves.planner(), problem, 2000);

        assertThat(plan.score().hard()).isZero();
        assertThat(served(plan)).hasSize(12).doesNotContain(new StudentId("student-10"));
        assertThat(plan.score().medium()).isEqualTo(-100);
        assertThat(plan.score().soft())
                .isGreaterThan(solve(without(), problem, 1).score().soft());
    }

    @Test
    void assertedSearchAgreesWithTheDeclarationsAfterEachMove() throws InterruptedException {
        Timetable plan = solve(
                StepLimitedSolves.planner().withFullAssertions(),
                SmallGroupsSchool.of(9, 4, 3, 2).problem(),
                200);

        assertThat(plan.score().hard()).isZero();
        assertThat(served(plan)).hasSizeGreaterThan(6);
    }
}
