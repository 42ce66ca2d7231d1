package dk.grundskema.solver.model;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schools that share neither people nor rooms are separate parts. */
class BlueprintPartitionerTest {
    private static final int STUDENTS = 5;
    private static final int GROUPS = 2;
    private static final int WEEKLY = 3;

    /** Times and rooms of all sessions, a tutor for each group, and the members of the groups. */
    private static final int OPEN = GROUPS * (2 * WEEKLY + 1) + STUDENTS;

    private static Scenario schools(String... names) {
        return SmallGroupsSchool.of(List.of(names), STUDENTS, GROUPS, WEEKLY, 2);
    }

    private static List<Blueprint> parts(Scenario scenario, int least) {
        return BlueprintPartitioner.partition(BlueprintBuilder.build(scenario.problem(), scenario.demands()), least);
    }

    private static List<Integer> open(List<Blueprint> parts) {
        return parts.stream()
                .map(part -> (int) IntStream.range(0, part.decisions().count())
                        .filter(part.decisions()::isOpen)
                        .count())
                .toList();
    }

    @Test
    void eachSchoolIsAPart() {
        assertThat(open(parts(schools("a-", "b-", "c-"), OPEN))).containsExactly(OPEN, OPEN, OPEN);
    }

    @Test
    void eachDecisionIsOpenInExactlyOnePart() {
        Scenario two = schools("a-", "b-");
        Decisions whole = BlueprintBuilder.build(two.problem(), two.demands()).decisions();
        List<Blueprint> parts = parts(two, OPEN);

        for (int d = 0; d < whole.count(); d++) {
            int decision = d;
            assertThat(parts.stream().filter(part -> part.decisions().isOpen(decision)))
                    .hasSize(whole.isOpen(decision) ? 1 : 0);
            for (Blueprint part : parts) {
                boolean others = whole.isOpen(decision) && !part.decisions().isOpen(decision);
                assertThat(part.decisions().range(decision)).isEqualTo(others ? new int[0] : whole.range(decision));
            }
        }
        assertThat(Arrays.equals(parts.getFirst().decisions().startValues(), whole.startValues()))
                .isTrue();
    }

    @Test
    void smallPartsAreMergedWithTheNextAndTheLastWithThePrevious() {
        assertThat(open(parts(schools("a-", "b-", "c-", "d-", "e-"), OPEN + 1))).containsExactly(2 * OPEN, 3 * OPEN);
    }

    @Test
    void singleSchoolIsNotPartitioned() {
        Scenario one = schools("a-");

        assertThat(parts(one, 1)).hasSize(1);
        assertThat(open(parts(one, 1))).containsExactly(OPEN);
    }

    @Test
    void schoolsWhoseSessionsExcludeEachOtherAtOneTimeAreOnePart() {
        String[] both = {"a-group-1/session-1", "c-group-1/session-1"};

        assertThat(open(parts(schools("a-", "b-", "c-").exclusion("Hall", Kind.SAME_TIME, Level.HARD, 1, both), 1)))
                .containsExactly(2 * OPEN, OPEN);
        assertThat(open(parts(
                        schools("a-", "b-", "c-").exclusion("Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, both),
                        1)))
                .containsExactly(OPEN, OPEN, OPEN);
    }

    @Test
    void schoolsThatShareAPersonAreOnePart() {
        Scenario shared = schools("a-", "b-", "c-");
        shared.seat(new Seat(
                new SeatId("a-group-1#advisor"),
                List.of(new SessionId("a-group-1/session-1")),
                1,
                "advisor",
                false,
                List.of(new StaffId("advisor"), new StaffId("c-tutor-1"))));

        assertThat(open(parts(shared, 1))).containsExactly(2 * OPEN + 1, OPEN);
    }
}
