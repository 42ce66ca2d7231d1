package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.moves.ClashGraph;
import dk.grundskema.solver.testkit.MeetingTimes;
import dk.grundskema.solver.testkit.RoomBuilder;
import dk.grundskema.solver.testkit.StudentBuilder;
import org.junit.jupiter.api.Test;

/** Sessions clash if both at one time cost more than each alone. */
class ClashGraphBuilderTest {
    private static final MeetingTime EARLY = MeetingTimes.time("2026-09-07 08:00-08:45");
    private static final MeetingTime LATE = MeetingTimes.time("2026-09-07 10:00-10:45");
    private static final MeetingTime LATEST = MeetingTimes.time("2026-09-07 12:00-12:45");

    private static ClashGraph graph(Scenario scenario) {
        return ClashGraphBuilder.build(PreparedPlan.of(StepLimitedSolves.registry(), scenario.problem(), null)
                .rules());
    }

    @Test
    void sessionsOfOneStudentClash() {
        ClashGraph graph = graph(Scenario.aScenario()
                .student(StudentBuilder.aStudent("ada"))
                .student(StudentBuilder.aStudent("ben"))
                .meeting(aMeeting("one").demandedAt(EARLY, LATE).student("ada"))
                .meeting(aMeeting("two").demandedAt(LATE, LATEST).student("ada"))
                .meeting(aMeeting("three").demandedAt(EARLY, LATE).student("ben")));

        assertThat(graph.sessions()).hasSize(3);
        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.isClash(0, 1)).isTrue();
        assertThat(graph.isClash(1, 0)).isTrue();
        assertThat(graph.isClash(0, 2)).isFalse();
        assertThat(graph.degree(2)).isZero();
    }

    @Test
    void seatsWithOneCandidateClashAndSeatsWithAChoiceDoNot() {
        ClashGraph graph = graph(Scenario.aScenario()
                .meeting(aMeeting("one").demandedAt(EARLY, LATE).asking(true).candidates("anna"))
                .meeting(aMeeting("two").demandedAt(EARLY, LATE).asking(true).candidates("anna"))
                .meeting(aMeeting("three").demandedAt(EARLY, LATE).asking(true).candidates("anna", "bo")));

        assertThat(graph.isClash(0, 1)).isTrue();
        assertThat(graph.isClash(0, 2)).isFalse();
    }

    @Test
    void roomsAndDifferentTimesAreNoClash() {
        ClashGraph graph = graph(Scenario.aScenario()
                .room(RoomBuilder.aRoom("r1"))
                .student(StudentBuilder.aStudent("ada"))
                .meeting(aMeeting("one").demandedAt(EARLY, LATE).rooms("r1"))
                .meeting(aMeeting("two").demandedAt(EARLY, LATE).rooms("r1"))
                .meeting(aMeeting("three").demandedAt(EARLY, LATE).student("ada"))
                .meeting(aMeeting("four")
                        .demandedAt(LATEST, MeetingTimes.time("2026-09-08 12:00-12:45"))
                        .student("ada")));

        assertThat(graph.size()).isZero();
    }

    @Test
    void ofVeryManySessionsOnlyDeclaredClashesAreKnown() {
        var scenario = Scenario.aScenario().student(StudentBuilder.aStudent("ada"));
        for (int i = 0; i < 601; i++) {
            scenario.meeting(
                    aMeeting("m" + i).demandedAt(EARLY, LATE).student(i < 2 ? new String[] {"ada"} : new String[0]));
        }
        ClashGraph graph = graph(scenario.exclusion("Course", Kind.SAME_TIME, Level.MEDIUM, 1, "m3", "m5", "m7")
                .exclusion("Wish", Kind.SAME_TIME, Level.SOFT, 1, "m8", "m9")
                .exclusion("Shifts", Kind.SAME_PERSON_AND_DATE, Level.HARD, 1, "m10", "m11"));

        assertThat(graph.sessions()).containsExactly(3, 5, 7);
        assertThat(graph.size()).isEqualTo(3);
        assertThat(graph.isClash(3, 7)).isTrue();
    }

    @Test
    void sessionsWithOneTimeAreNotCompared() {
        assertThat(graph(Scenario.aScenario()
                                .meeting(aMeeting("one").demandedAt(EARLY))
                                .meeting(aMeeting("two").demandedAt(EARLY)))
                        .sessions())
                .isEmpty();
    }
}
